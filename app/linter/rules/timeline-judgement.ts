import type { Hit } from '../hit.ts'
import { supposing } from '../lexica/grammar.ts'
import { believing } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { defineRule, type Examples } from '../rule.ts'
import { allOf, words } from '../words.ts'

/** An explanation as somebody found it, or a decision with its reason, is a fact about the moment. */
const found = allOf(
  believing,
  supposing,
  words(`
  agree* alert+ choose* conclude* decide* decision discover* error+ fail* find* hypothesis log+ not notice* realise* seem* suggest* suspicion
  took tried
`),
)

export default defineRule({
  id: 'timeline-judgement',
  levels: { ...everywhere('off'), timeline: 'info' },
  looks: [
    [phrase`finally|fortunately|luckily|sadly|surprisingly|thankfully|unfortunately`],
    [phrase`too late|long|slow`],
    [phrase`only then`],
    [phrase`caused|causing|leading|led|resulted|resulting`, (hit) => hit.next !== 'up' && explains(hit)],
    [phrase`because|due`, (hit) => hit.next !== 'date' && explains(hit)],
  ],

  message: 'This line judges or explains; a row of a timeline records.',
  why: 'Explanations are easier to weigh next to each other, under the causes.',
  question: 'What was observed here, by whom, and from which source?',
})

function explains(hit: Hit): boolean {
  return !hit.has(found)
}

const row = (text: string) => ({ text, section: 'timeline' as const })

export const examples: Examples = {
  code: 'B24',
  source: 'PagerDuty, Postmortem Documentation: the timeline states facts',
  flagged: [
    row('14:02 [Unfortunately] the mirror was stale.'),
    row('The page came [too late].'),
    row('[Luckily] the load was low.'),
    row('The gate was [finally] opened.'),
    row('[Only then] the second crew joined.'),
    row('The rename [caused] a queue of 400.'),
    row('The job stopped [because] the key had lapsed.'),
    row('The switch [led] to a second outage.'),
  ],
  clean: [
    row('14:02 The mirror was six hours old.'),
    row('The crew took it for the flaky check because the text was the same.'),
    row('The page came at 14:09.'),
    row('The second crew joined at 14:20.'),
    row('The renewal was set for Monday.'),
    row('We suspected the mirror, because of its age.'),
    row('The gate was opened at 15:10.'),
    { text: 'The job stopped because the key had lapsed.', section: 'causes' },
  ],
  pairs: [
    [row('[Sadly] the copy was old.'), row('The copy was six hours old.')],
    [row('The page came [too slow].'), row('The page came after 9 minutes.')],
    [row('The reload [resulted] in a second queue.'), row('A second queue stood there at 14:30.')],
  ],
}
