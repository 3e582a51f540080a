import type { Hit } from '../hit.ts'
import { reasons } from '../lexica/acts.ts'
import { phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { byOthers, defineRule, type Examples } from '../rule.ts'
import { words } from '../words.ts'

const objecting = words('challenge* complain* disagree* object* question* speak*')
/** "never saw", "always runs on Mondays": only what they neglect or insist on is a verdict. */
const neglected = words(`
  answer* ask* bother* break* care* check* document* follow* forget* ignore* late listen* read* respond* review* rush*
  ship* tell* test* warn*
`)
const topics = words('a on that to upon')

export default defineRule({
  id: 'group-blame',
  levels: judgements('warn'),
  looks: [
    [phrase`always|never ${neglected}`, ofOthers],
    [phrase`continues|insist*|keep*|refuses on? ${/ing$/}`, ofOthers, 'lower'],
    [phrase`as always|ever|usual`, besidePeople],
    [phrase`once|yet again`, besidePeople],
    [phrase`not the first time that? ..4`, (hit) => hit.someone(hit.to - 4, hit.to + 1)],
    [phrase`everybody|everyone agreed|disagreed|objected`, (hit) => !topics.has(hit.next)],
    [phrase`nobody|none ..3 ${objecting}`, (hit) => !hit.after(reasons)],
    [phrase`no one else|there? ${objecting}`, (hit) => !hit.after(reasons)],
  ],

  message: 'This claims a pattern about people, or agreement from their silence.',
  why: 'Without figures it reads as a verdict on a group, and those in it stop reading there.',
  question: 'What is the record of this, and what keeps producing it?',
})

function ofOthers(hit: Hit): boolean {
  return byOthers(hit) && hit.subject.head !== 'who'
}

function besidePeople(hit: Hit): boolean {
  return hit.someone(hit.to, hit.to + 5) && !hit.words.includes('we') && !hit.words.includes('i')
}

export const examples: Examples = {
  code: 'B15',
  source: 'Google, SRE Workbook, Postmortem Culture: an entire team is blamed',
  flagged: [
    '[Once again] the platform team shipped on a Friday.',
    'The vendor team [never answers] before noon.',
    'It is [not the first time that the on-call left it] open.',
    '[Everyone agreed], so the step went ahead.',
    '[Nobody objected] to the earlier date.',
    '[No one challenged] the estimate.',
    '[As usual], the network crew replied late.',
    'The developers [always forget] the second region.',
    'The data team [keeps pushing] on Fridays.',
  ],
  clean: [
    'Once again the node restarted.',
    'This is the third occurrence of the same deadlock (INC-88).',
    'The job never answers after a timeout.',
    'Everyone agreed on a window of ten minutes.',
    'The proxy keeps sending the old header.',
    'The team never saw the second graph.',
    'As usual, the load fell after eight.',
    'The whole team joined the call at noon.',
    'Nobody objected, because the page showed yesterday as the date.',
  ],
  pairs: [
    ['The operations team [never documents] its hosts.', 'The generator never documents its hosts.'],
    ['[Yet again] the developers left on a flag.', 'Yet again the probe left on time.'],
    ['[Nobody questioned] the number.', 'Nobody questioned it, because it matched the board.'],
  ],
}
