import type { Hit } from '../hit.ts'
import { possessives } from '../lexica/grammar.ts'
import { slips } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { defineRule, type Examples } from '../rule.ts'
import { allOf, words } from '../words.ts'

const causes = allOf(slips, words('bug change commit error failure script silence'))
const thanking = words('thank* grateful kudos appreciate')

export default defineRule({
  id: 'backhanded-thanks',
  levels: { ...everywhere('hint'), changes: 'off', questions: 'off' },
  looks: [
    [phrase`for eventually|finally ${/ing$/}`, isThanks],
    [phrase`despite`, (hit) => isThanks(hit) && hit.someone(hit.to, hit.to + 5)],
    [phrase`clean*|mop*|pick* up after|behind`, (hit) => isThanks(hit) && hit.someone(hit.to, hit.to + 4)],
    [phrase`fix*|repair*|undo* what ..4`, (hit) => isThanks(hit) && hit.someone(hit.from + 2, hit.to)],
    // "Thanks to the developer's mistake": a cause that is called thanks.
    [phrase`thanks to ..4 ${causes}`, owned],
    [phrase`no thanks to`, (hit) => hit.someone(hit.to, hit.to + 4)],
  ],

  message: 'The thanks carries a reproach.',
  why: 'The one who is thanked hears it, and so does the one who is not.',
  question: 'What did they do that helped, and what did it make possible?',
})

function isThanks(hit: Hit): boolean {
  return hit.section === 'thanks' || hit.has(thanking)
}

function owned(hit: Hit): boolean {
  const owner = hit.words.slice(hit.from + 2, hit.to)
  return owner.some((word) => /(?:'s|s')$/.test(word)) || possessives.has(owner[0]!)
}

const thanks = (text: string) => ({ text, section: 'thanks' as const })

export const examples: Examples = {
  code: 'B26',
  source: 'Our own reading of public post-mortems',
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
