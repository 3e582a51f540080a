import { isHuman, kindOf } from '../actors.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const silence = 'agreed|objected|disagreed|complained|protested|dissented|questioned|challenged'

export default defineRule({
  id: 'group-blame',
  code: 'B15',
  levels: judgements('warn'),
  phrases: {
    never: phrase('never|always', (word) => /^[a-z]{3,}$/.test(word)),
    keeps: phrase('keeps|keep|kept|continues|insists|refuses', maybe('on'), (word) => /ing$/.test(word)),
    usual: phrase('as', 'usual|always|ever'),
    onceAgain: phrase('once|yet', 'again'),
    firstTime: phrase('not', 'the', 'first', 'time', maybe('that'), gap(4)),
    everyone: phrase('everyone|everybody', silence),
    nobodySpoke: phrase(
      'nobody|none',
      gap(3),
      'objected|disagreed|spoke|complained|questioned|challenged|protested|raised',
    ),
    noOneSpoke: phrase(
      'no',
      'one',
      maybe('there|else'),
      'objected|disagreed|spoke|complained|questioned|challenged|protested',
    ),
    theyAll: phrase('whole|entire', 'team|department|company|crew|group', gap(1)),
  },
  when: counts,

  message: 'This claims a pattern about people, or agreement from their silence.',
  why: 'Without figures it reads as a verdict on a group, and those in it stop reading there.',
  question: 'What is the record of this, and what keeps producing it?',
  source: 'Google, SRE Workbook, Postmortem Culture: an entire team is blamed',
})

function counts(hit: Hit): Verdict {
  switch (hit.phrase) {
    case 'everyone':
      return !/^(?:on|to|that|a|upon)$/.test(hit.next)
    case 'nobodySpoke':
    case 'noOneSpoke':
      return !hit.after(words('because since'))
    case 'firstTime':
      return humanIn(hit, hit.to - 4, hit.to + 1)
    case 'onceAgain':
    case 'usual':
      return besidePeople(hit)
    case 'theyAll':
      return /^(?:never|always|ignored|failed|forgot|refused|agreed)$/.test(hit.words[hit.to - 1]!)
    default: {
      if (!people(hit)) return false
      // "never saw", "always runs on Mondays": only what they neglect or insist on is a verdict.
      return hit.phrase === 'keeps' ? 'lower' : neglected.has(hit.words[hit.to - 1]!)
    }
  }
}
const neglected = words(`
  test tests tested read reads listen listens listened ask asks asked check checks document documents documented reply replies
  replied answer answers answered care cares bother bothers respond responds review reviews follow follows escalate escalates
  warn warns warned tell tells told ship ships break breaks forget forgets ignore ignores blame blames late rush rushes
`)

function people(hit: Hit): boolean {
  const { subject } = hit.clause()
  return (
    subject.kind === 'team' ||
    (subject.isHuman && subject.kind !== 'we' && subject.kind !== 'implied' && subject.head !== 'who')
  )
}

function besidePeople(hit: Hit): boolean {
  return humanIn(hit, hit.to, hit.to + 5) && !hit.words.includes('we') && !hit.words.includes('i')
}

function humanIn(hit: Hit, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < Math.min(to, hit.words.length); at++) {
    const kind = kindOf(hit.reading, Math.max(from, at - 2), at, at + 1)
    if (isHuman(kind) && kind !== 'we') return true
  }
  return false
}

export const examples: Examples = {
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
