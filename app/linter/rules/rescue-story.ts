import { isHuman, kindOf } from '../actors.ts'
import { irregularPast } from '../lexica/grammar.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { everywhere, type Policy } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { isCapitalised } from '../tokens.ts'
import { words } from '../words.ts'

const levels: Policy = { ...everywhere('hint'), thanks: 'off', changes: 'off', questions: 'off', unknown: 'hint' }
const luck = words('lucky luckily fortunately fortunate luck thankfully')
const knowing = words('knew remembered recognised recognized recalled spotted noticed realised realized')

export default defineRule({
  id: 'rescue-story',
  code: 'B28',
  levels,
  phrases: {
    tireless: phrase('tirelessly|single-handedly|singlehandedly|heroically|valiantly|selflessly'),
    handed: phrase('single', 'handedly'),
    clock: phrase('around|round', 'the', 'clock'),
    allNighter: phrase('all-nighter|all-nighters|sleepless'),
    night: phrase('worked|stayed|coded|debugged', gap(4), 'night|nights|weekend|midnight|morning|hours'),
    hero: phrase('hero|heroes|heroic|heroics|saviour|savior|legend|rockstar|wizard|lifesaver'),
    beyond: phrase('above', 'and', 'beyond'),
    saved: phrase('saved|rescued|saving', maybe('us|the'), 'us|day|everything|company|weekend'),
    fixer: phrase('who', 'fixes|fixed|knows|saved|rescued|saves', gap(2), 'everything|everyone|us|all|day'),
    happened: phrase('happened|happens', 'to', 'be|notice|see|check|look|know|spot|have|remember|catch|read'),
    luckyThat: phrase('lucky|luckily|fortunately|luck|fortunate|thankfully'),
    quick: phrase(
      'quick|fast|sharp|incredible|amazing|extraordinary',
      'thinking|instinct|instincts|effort|efforts|dedication',
    ),
    effort: phrase(
      'dedicated|dedication|outstanding|exceptional|remarkable|herculean|tremendous|sheer|relentless',
      maybe('hard'),
      'effort|efforts|work|dedication|persistence',
    ),
    possible: phrase('possible', 'without|due|because|thanks', maybe('to|of')),
    offDuty: phrase(
      'on|during|from|off|gave',
      maybe('up'),
      'his|her|their',
      maybe('own'),
      'vacation|holiday|holidays|weekend|evening|honeymoon',
      maybe('off'),
    ),
    thanksTo: phrase('only', 'thanks|due', 'to'),
    fromMemory: phrase('from', maybe('existing|personal|prior|his|her'), 'memory'),
    awake: phrase('was|were|is|am', maybe('still|already|both|all'), 'awake|around|online|nearby'),
    still: phrase('still', 'had|knew|remembered', gap(3), 'access|key|credentials|password|copy|backup|how'),
  },
  when: counts,

  message: "One person's effort carries this part.",
  why: 'Praising rescue hides the help that was absent, and others stop offering theirs.',
  question: 'What did they notice or decide, who was beside them, and what would make the long night unnecessary?',
  source: 'Cook, How Complex Systems Fail, 4 and 17: people create safety, all the time and together',
})

function counts(hit: Hit): Verdict {
  const { phrase: which } = hit
  if (hit.words.includes('?') || hit.before(words("not no never don't isn't"), 3)) return false
  if (which === 'luckyThat') return luckyPerson(hit)
  if (which === 'hero')
    return hit.next !== '-' && hit.previous !== '-' && !/^(?:image|section|banner|element|region)$/.test(hit.next)
  if (which === 'tireless' || which === 'handed' || which === 'beyond' || which === 'fixer' || which === 'allNighter')
    return true
  if (which === 'saved') return saves(hit)
  if (which === 'effort') return true
  if (which === 'possible') return /^(?:only|been)$/.test(hit.previous) && humanAfter(hit, hit.to, 6)
  if (which === 'offDuty')
    return (
      !/^(?:day|time)$/.test(hit.words[hit.to - 1]!) &&
      hit.words.some((word) => word.endsWith('ed') || irregularPast.has(word))
    )
  if (which === 'thanksTo') return humanAfter(hit, hit.to, 3)
  if (which === 'quick') return !/^(?:fix|look)$/.test(hit.next)
  if (which === 'awake') return onHand(hit)
  const { subject } = hit.clause(which === 'clock' || which === 'fromMemory' ? verbBefore(hit) : hit.from)
  if (which === 'fromMemory') return subject.isHuman && subject.kind !== 'implied'
  if (
    which === 'happened' &&
    subject.kind === 'unknown' &&
    isCapitalised(hit.reading.sentence, subject.from) &&
    subject.to - subject.from === 1
  )
    return hit.words[hit.to - 1] !== 'be' || /^(?:awake|around|online|looking|watching|there)$/.test(hit.next)
  if (!subject.isHuman || subject.kind === 'implied') return false
  if (which === 'happened' && subject.kind === 'we') return false
  if (which === 'still') return subject.kind !== 'team'
  if (which === 'night') return late(hit)
  return true
}

function verbBefore(hit: Hit): number {
  for (let at = hit.from - 1; at >= 0; at--) {
    const word = hit.words[at]!
    if (/^work/.test(word) || (word.length > 4 && word.endsWith('ed')) || irregularPast.has(word)) return at
  }
  return hit.from
}

/** Somebody who was there as the luck of the day: "Mei was still awake". A capital at the start may be a name nobody listed. */
function onHand(hit: Hit): boolean {
  if (hit.words.some((word) => word === 'alert' || word === '?')) return false
  const { subject } = hit.clause()
  if (subject.isHuman && subject.kind !== 'implied' && subject.kind !== 'we')
    return /^(?:awake|around|nearby)$/.test(hit.words[hit.to - 1]!) || luckIn(hit)
  return (
    subject.kind === 'unknown' &&
    isCapitalised(hit.reading.sentence, subject.from) &&
    /^(?:awake|around)$/.test(hit.words[hit.to - 1]!) &&
    subject.to - subject.from === 1
  )
}

function luckIn(hit: Hit): boolean {
  return hit.words.some((word) => luck.has(word))
}

/** "through the night", "until midnight", "all weekend": hours that nobody should owe. */
function late(hit: Hit): boolean {
  return hit.words
    .slice(hit.from, hit.to)
    .some((word) => /^(?:through|all|late|until|till|into|entire|whole|throughout)$/.test(word))
}

function saves(hit: Hit): boolean {
  const { subject } = hit.clause()
  return (subject.isHuman && subject.kind !== 'implied') || subject.head === 'who'
}

/** Luck that had a person in it: "Luckily, a colleague was awake". Luck with the load or the hour is a finding. */
function luckyPerson(hit: Hit): boolean {
  for (let at = hit.to; at < Math.min(hit.words.length - 1, hit.to + 8); at++) {
    const { reading } = hit
    const kind = kindOf(reading, Math.max(hit.to, at - 2), at, at + 1)
    const name = kind === 'unknown' && isCapitalised(reading.sentence, at)
    if (!(name || kind === 'person' || kind === 'role' || kind === 'pronoun')) continue
    return hit.words.slice(at + 1, at + 7).some((word) => rescuing.has(word) || knowing.has(word))
  }
  return false
}
const rescuing = words(
  'online awake around available looking watching saw caught happened stepped knowledge on-call nearby on-site there still',
)

function humanAfter(hit: Hit, from: number, reach: number): boolean {
  for (let at = from; at < Math.min(hit.words.length, from + reach); at++) {
    const kind = kindOf(hit.reading, from, at, at + 1)
    if (isHuman(kind) && kind !== 'we') return true
  }
  return luck.has(hit.next)
}

export const examples: Examples = {
  flagged: [
    { text: 'The crew worked [tirelessly] until the berths were open.', section: 'prose' },
    { text: 'One developer rebuilt the ledger [single-handedly].', section: 'prose' },
    { text: 'The engineer [who fixes everything] at 2 AM saved us.', section: 'prose' },
    { text: 'Our on-call engineer was the [hero] of that evening.', section: 'prose' },
    { text: '[Luckily] a colleague saw the second board.', section: 'prose' },
    { text: 'A maintainer [happened to be] near the ticket hall.', section: 'prose' },
    { text: 'The DBA rebuilt the rota [from memory].', section: 'prose' },
    { text: 'Both engineers [worked through the night] on the gates.', section: 'prose' },
    { text: 'The team went [above and beyond] on the Sunday.', section: 'prose' },
  ],
  clean: [
    { text: 'Luckily the load was low at that hour.', section: 'prose' },
    { text: 'The hero image was served from the old cache.', section: 'prose' },
    { text: 'The replica worked through the backlog by night.', section: 'prose' },
    { text: 'Reads were served from memory for a minute.', section: 'prose' },
    { text: 'The sweeper saved the day file twice.', section: 'prose' },
    { text: 'Thanks to the dry run only one gate was touched.', section: 'prose' },
    { text: 'The engineer checked the board at noon and raised it.', section: 'prose' },
    { text: 'The lamp is staffed around the clock by two shifts.', section: 'prose' },
    { text: 'Thank you to the night crew, who worked tirelessly.', section: 'thanks' },
  ],
  pairs: [
    [
      { text: 'The duty manager [saved the day].', section: 'prose' },
      { text: 'The cache saved the day totals.', section: 'prose' },
    ],
    [
      { text: '[Fortunately] an engineer noticed the queue.', section: 'prose' },
      { text: 'Fortunately the monitor noticed the queue.', section: 'prose' },
    ],
    [
      { text: 'The technician typed the routes [from memory].', section: 'prose' },
      { text: 'The routes were read from memory.', section: 'prose' },
    ],
  ],
}
