import { sentenceEnds } from './sentence-ends.ts'

/** Why a lesson may be clear to those who were there only. */
export interface LessonHint {
  sign: 'sentences' | 'opening' | 'incident' | 'ticket' | 'host' | 'name' | 'short-form' | 'length'
  /** What was seen, and a question about it: two short sentences. */
  saw: string
  question: string
}

/** Names of the organisation's own catalogue. */
export interface HouseNames {
  teams?: readonly string[]
  systems?: readonly string[]
}

/** More words than this are rarely one thing. */
const MOST_WORDS = 38
/** Text beyond this is not looked at: a lesson of that length has its hint already. */
const LOOKED_AT = 2000

/**
 * The first sign that a lesson makes sense to insiders only, or null. It looks at words alone: a second sentence, an opening that
 * points elsewhere, the incident itself, ids of tickets and hosts, names of the house, short forms that are not everybody's, and
 * length. Deterministic, and linear in the text.
 */
export function lessonHint(text: string, names: HouseNames = {}): LessonHint | null {
  const lesson = text.slice(0, LOOKED_AT).trim()
  if (lesson === '') return null
  for (const look of looks) {
    const hint = look(lesson, names)
    if (hint) return hint
  }
  return null
}

type Look = (lesson: string, names: HouseNames) => LessonHint | null

const secondSentence: Look = (lesson) =>
  sentenceEnds(lesson).length > 0
    ? { sign: 'sentences', saw: 'More than one sentence.', question: 'Which one would a stranger need first?' }
    : null

/** "It takes two" and "those who" point nowhere. */
const OPENING =
  /^["“(]?(this|these|that|those|it|they)\b(?! (?:takes|helps|pays|costs|is (?:not )?\w+ (?:to|that)|who|which)\b)/i

const opening: Look = (lesson) => {
  const word = OPENING.exec(lesson)?.[1]
  return word
    ? { sign: 'opening', saw: `Begins with “${word}”.`, question: 'What does it stand for, said in full?' }
    : null
}

const INCIDENT =
  /\b(?:(?:the|this|our) (?:incident|outage|post-?mortem|near miss)(?! of\b)|that (?:night|day|evening|morning|week|weekend)|last (?:night|week|month|spring|summer|autumn|winter|year)|yesterday)\b/i

const incident: Look = (lesson) => {
  const said = INCIDENT.exec(lesson)?.[0]
  return said ? { sign: 'incident', saw: `Says “${said}”.`, question: 'What holds beyond it?' } : null
}

/** Standards look like tickets and are everybody's. */
const TICKET =
  /(?<![\w-])(?!(?:UTF|SHA|ISO|RFC|AES|RSA|HTTP|TLS|SSL|CVE|IPV|MD|BASE|COVID)-)[A-Z][A-Z0-9]{1,9}-\d{1,7}(?![\w-])|(?<![\w&#])#\d{2,9}\b/

const ticket: Look = (lesson) => {
  const id = TICKET.exec(lesson)?.[0]
  return id ? { sign: 'ticket', saw: `Names ${quoted(id)}.`, question: 'What would a stranger find behind it?' } : null
}

const HOST =
  /(?<![\w.-])(?:\d{1,3}(?:\.\d{1,3}){3}|[a-z][a-z0-9]{0,30}(?:-[a-z][a-z0-9]{0,30}){1,4}-?\d{1,4}|(?:api|app|cache|db|dns|edge|gw|host|kafka|lb|mail|node|ns|pg|pod|proxy|queue|redis|server|srv|sql|vm|web|worker)-?\d{1,4}|[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,4}\.(?:internal|local|lan|corp|intra|svc))(?![\w-])/

const host: Look = (lesson) => {
  const name = HOST.exec(lesson)?.[0]
  return name ? { sign: 'host', saw: `Names ${quoted(name)}.`, question: 'What kind of thing is it?' } : null
}

const houseName: Look = (lesson, { teams = [], systems = [] }) => {
  const name = [...systems, ...teams].find((each) => isNamed(lesson, each))
  return name
    ? { sign: 'name', saw: `Names ${quoted(name)}, which is ours.`, question: 'What would another company call it?' }
    : null
}

/**
 * As it is written in the catalogue, and as a whole word. A name that is an ordinary word, as `search` is, cannot be told from
 * it, nor can `Search` where the sentence begins.
 */
function isNamed(lesson: string, name: string): boolean {
  if (name.length < 2 || !/[\p{Lu}\d_.-]/u.test(name)) return false
  const isOneWord = /^\p{Lu}\p{Ll}+$/u.test(name)
  for (let at = lesson.indexOf(name); at !== -1; at = lesson.indexOf(name, at + name.length)) {
    const before = lesson[at - 1] ?? ''
    const after = lesson[at + name.length] ?? ''
    const begins = !/[\p{L}\p{N}]/u.test(lesson.slice(0, at))
    if (!/[\p{L}\p{N}_-]/u.test(before) && !/[\p{L}\p{N}_-]/u.test(after) && !(begins && isOneWord)) return true
  }
  return false
}

/** Short forms that somebody of another company reads without asking, and words that are set in capitals to be loud. */
const everybodys = new Set(
  (
    'AI API APIS ASCII AWS CA CD CDN CI CLI CPU CPUS CRM CSS CSV DB DDOS DHCP DNS EU FAQ FTP GB GDPR GIT GPS GPU GUI HR HTML HTTP HTTPS ' +
    'IBAN ID IDE IDS IO IOT IP IPS ISO IT JSON JVM JWT KB KPI LAN LDAP MB MFA ML MQ MTU NAT NFC NTP OK OS PC PDF PII PIN PKI PR PRS ' +
    'QA QR RAM RFC RPC SDK SHA SLA SLO SMS SMTP SQL SRE SSD SSH SSL SSO TB TCP TLS TTL TV UDP UI UK UN URI URL URLS US USA USB UTC ' +
    'UTF UUID UX VAT VM VMS VPN WAN WIFI XML YAML ALL AND ANY BUT EVERY FIRST MUST NEVER NO NOT ONE ONLY OR THE TWO ALWAYS'
  ).split(' '),
)

const shortForm: Look = (lesson) => {
  if (!/\p{Ll}/u.test(lesson)) return null
  for (const [word] of lesson.matchAll(/(?<![\w-])[A-Z][A-Z0-9]{1,5}s?(?![\w-])/g)) {
    if (everybodys.has(word.replace(/s$/, '')) || /^SEV\d?$/.test(word)) continue
    return { sign: 'short-form', saw: `Says “${word}”.`, question: 'What does it stand for?' }
  }
  return null
}

const length: Look = (lesson) => {
  const words = lesson.split(/\s+/).length
  return words > MOST_WORDS
    ? { sign: 'length', saw: `${words} words.`, question: 'What is the one thing in it?' }
    : null
}

const looks: Look[] = [secondSentence, opening, incident, ticket, host, houseName, shortForm, length]

function quoted(name: string): string {
  return `“${name.length > 40 ? `${name.slice(0, 39)}…` : name}”`
}
