import { isHuman, kindOf } from '../actors.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { everywhere, type Policy } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const levels: Policy = { ...everywhere('hint'), changes: 'off', questions: 'off' }
const slips =
  'mistake|error|carelessness|negligence|oversight|change|commit|bug|failure|script|inaction|silence|misconfiguration'

export default defineRule({
  id: 'backhanded-thanks',
  code: 'B26',
  levels,
  phrases: {
    finally: phrase('for', 'finally|eventually|belatedly', (word) => /ing$/.test(word)),
    despite: phrase('despite|notwithstanding'),
    cleaning: phrase('cleaning|picking|mopping|clearing', 'up', maybe('after|behind|the')),
    fixingWhat: phrase('fixing|repairing|undoing|correcting', 'what', gap(4)),
    thanksTo: phrase('thanks', 'to', gap(4), slips),
    noThanks: phrase('no', 'thanks', 'to'),
  },
  when: counts,

  message: 'The thanks carries a reproach.',
  why: 'The one who is thanked hears it, and so does the one who is not.',
  question: 'What did they do that helped, and what did it make possible?',
  source: 'Our own reading of public post-mortems',
})

const thanking = words('thanks thank thankful grateful kudos appreciate gratitude')

function counts(hit: Hit): Verdict {
  if (hit.phrase === 'noThanks') return peopleIn(hit, hit.to, hit.to + 4)
  if (hit.phrase === 'thanksTo') return owned(hit)
  if (hit.section !== 'thanks' && !hit.words.some((word) => thanking.has(word))) return false
  if (hit.phrase === 'fixingWhat') return peopleIn(hit, hit.from + 2, hit.to)
  if (hit.phrase === 'cleaning')
    return /^(?:after|behind)$/.test(hit.words[hit.to - 1]!) && peopleIn(hit, hit.to, hit.to + 4)
  if (hit.phrase === 'despite') return peopleIn(hit, hit.to, hit.to + 5)
  return true
}

/** "Thanks to the developer's mistake": a cause that is called thanks. */
function owned(hit: Hit): boolean {
  return (
    hit.words.slice(hit.from + 2, hit.to).some((word) => /(?:'s|s')$/.test(word)) ||
    /^(?:his|her|their|somebody's|someone's)$/.test(hit.words[hit.from + 2]!)
  )
}

function peopleIn(hit: Hit, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, hit.words.length); at++) {
    const kind = kindOf(hit.reading, from, at, at + 1)
    if (isHuman(kind) && kind !== 'we') return true
  }
  return false
}

const thanks = (text: string) => ({ text, section: 'thanks' as const })

export const examples: Examples = {
  flagged: [
    thanks('Thanks to Bao [for finally fixing] the index.'),
    thanks('Thanks to Leila for [cleaning up after] the data team.'),
    thanks('Thank you, crew, for staying calm [despite] the developers.'),
    thanks('Thanks for [fixing what the data team broke].'),
    { text: "[Thanks to the contractor's mistake] the gate stayed open.", section: 'summary' },
    { text: 'The gate opened, [no thanks to] the vendor team.', section: 'summary' },
    thanks('Thanks to Tomás [for eventually answering].'),
    thanks('Thanks for [picking up after] the night crew.'),
  ],
  clean: [
    thanks('Thanks to Bao for finding the broken index.'),
    thanks('Thanks to the harbour desk, who asked twice.'),
    thanks('Thanks to support for calm answers despite the noise.'),
    { text: 'Thanks to the second feed the gate stayed open.', section: 'summary' },
    thanks('Thanks to Leila for cleaning up the old routes.'),
    thanks('Thanks for fixing the index before noon.'),
    { text: 'The gate opened despite the fault.', section: 'causes' },
    thanks('Thanks to Tomás, who said what the board showed.'),
  ],
  pairs: [
    [thanks('Thanks [for finally adding] the check.'), thanks('Thanks for adding the check.')],
    [thanks('Thanks for the help [despite] the developers.'), thanks('Thanks for the help despite the hour.')],
    [
      { text: "[Thanks to the engineer's change] the queue grew.", section: 'summary' },
      { text: 'Thanks to the change the queue shrank.', section: 'summary' },
    ],
  ],
}
