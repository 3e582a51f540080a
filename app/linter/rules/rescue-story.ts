import { isHuman, kindOf } from '../actors.ts'
import { isVerb } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { determiners } from '../lexica/grammar.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { byOthers, byPeople, defineRule, type Examples } from '../rule.ts'
import { isCapitalised } from '../tokens.ts'
import { words } from '../words.ts'

const luck = words('fortunate fortunately luck luckily lucky thankfully')
const rescuing = words(`
  around available awake caught happened knew knowledge looking nearby notice* on-call online realise* recognise*
  remember* saw sleeps spotted stepped still there watching
`)
const late = words('all entire into late through throughout till until whole')
const present = words('awake around nearby online')
const page = words('- banner element image section')
const denying = words('not no never ?')

export default defineRule({
  id: 'rescue-story',
  levels: { ...everywhere('hint'), thanks: 'off', changes: 'off', questions: 'off', unknown: 'hint' },
  looks: [
    [phrase`all-nighter+|heroically|single-handedly|sleepless|tirelessly`],
    [phrase`above and beyond`],
    [
      phrase`did a|an? amazing|excellent|fantastic|great|outstanding job`,
      (hit) => byOthers(hit) && hit.subject.kind !== 'team',
    ],
    [phrase`from her|his? memory`, (hit) => hit.someone(0, hit.from)],
    [
      phrase`stayed|worked ..4 hours|midnight|morning|night+|weekend`,
      (hit) => hit.holds(late) && byPeople(hit) !== false,
    ],
    [phrase`hero|hero's|heroes|heroic|heroics|legend|saviour`, (hit) => !page.has(hit.next) && hit.previous !== '-'],
    [
      phrase`rescued|saved|saving the|us? day|everything|us|weekend`,
      (hit) => byPeople(hit) !== false || hit.subject.head === 'who',
    ],
    [phrase`who fix*|know*|save* ..2 all|day|everyone|everything|us`],
    [phrase`happened|happens to be|catch|check|have|know|look|notice|read|remember|see|spot`, byChance],
    // Luck that had a person in it: "Luckily, a colleague was awake". Luck with the load or the hour is a finding.
    [phrase`${luck}`, luckyPerson],
    [phrase`dedicated|exceptional|extraordinary|outstanding|relentless|sheer|tremendous hard? dedication|effort+|work`],
    [phrase`been|only possible because|due|thanks|without of|to? ..6`, (hit) => hit.someone(hit.from + 2, hit.to)],
    [
      phrase`during|from|gave|off|on up? her|his|their own|whole? day|evening|holiday+|vacation|weekend off?`,
      (hit) => hit.words.some(isVerb) && (hit.at(hit.to - 1) !== 'day' || hit.someone(0, hit.from)),
    ],
    [phrase`am|is|was|were all|already|both|still? ${present}`, byChance],
  ],
  veto: (hit) => hit.before(denying, 3) || hit.words.includes('?'),

  message: "One person's effort carries this part.",
  why: 'Praising rescue hides the help that was absent, and others stop offering theirs.',
  question: 'What did they notice or decide, who was beside them, and what would make the long night unnecessary?',
})

/** Somebody who was there as the luck of the day. A single capitalised word may be a name nobody listed. */
function byChance(hit: Hit): boolean {
  const { subject } = hit.clause()
  if (hit.last === 'online' && !hit.has(luck)) return false
  if (subject.kind === 'unknown' && subject.to - subject.from === 1)
    return isCapitalised(hit.reading.sentence, subject.from) && (hit.last !== 'be' || present.has(hit.next))
  return byOthers(hit) && !(hit.last === 'be' && determiners.has(hit.next))
}

function luckyPerson(hit: Hit): boolean {
  const end = Math.min(hit.words.length - 1, hit.to + 8)
  for (let at = hit.to; at < end; at++) {
    const kind = kindOf(hit.reading, Math.max(hit.to, at - 2), at, at + 1)
    const isPerson = kind === 'unknown' ? isCapitalised(hit.reading.sentence, at) : isHuman(kind) && kind !== 'we'
    if (isPerson) return hit.has(rescuing, at + 1, at + 7)
  }
  return false
}

export const examples: Examples = {
  code: 'B28',
  source: 'Cook, How Complex Systems Fail, 4 and 17: people create safety, all the time and together',
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
    { text: 'The night technician [did a fantastic job] on the relay.', section: 'prose' },
    { text: 'The lanes reopened at six through [sheer hard work].', section: 'prose' },
    { text: 'The early restart was [only possible because the lead lived nearby].', section: 'prose' },
    { text: 'The developer joined the call [on his day off].', section: 'prose' },
    { text: 'The author of the relay [was still awake].', section: 'prose' },
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
    { text: 'The cache did a great job of hiding it.', section: 'prose' },
    { text: 'The rebuild took nine hours of work.', section: 'prose' },
    { text: 'The early restart was only possible because the copy was fresh.', section: 'prose' },
    { text: 'The second relay was still online.', section: 'prose' },
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
