import { denials } from '../lexica/grammar.ts'
import { warding } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { byPeople, defineRule, type Examples, ofPerson } from '../rule.ts'
import { allOf, words } from '../words.ts'

const losing = words('lack* limited lose* loss no poor')
const clearing = allOf(denials, warding)

export default defineRule({
  id: 'folk-model',
  levels: explanations,
  looks: [
    [phrase`situation|situational awareness`, (hit) => hit.before(losing, 4)],
    [
      phrase`arrogance|complacency|complacent|forgetfulness|hubris|inattention|overconfidence|overconfident`,
      (hit) => !hit.before(clearing, 3),
    ],
    [phrase`not|stopped|without pay* any|close|enough|full|much? attention`, (hit) => ofPerson(hit.subject)],
    [
      phrase`lack of any|basic|common|due|proper? attention|care|diligence|discipline|focus|rigor|rigour|sense|urgency|vigilance`,
    ],
    [phrase`common sense`],
    [phrase`ought|should to? have clearly|really? known`, byPeople],
    [phrase`panicked`, byPeople],
    [phrase`lost focus|sight|track of`, byPeople],
  ],

  message: 'This names the gap between what is known now and what was known then.',
  why: 'The label sounds like a finding, and nothing can be changed with it.',
  question: 'What drew attention at that moment, and where did it rest?',
})

export const examples: Examples = {
  code: 'B12',
  source: 'Dekker, The Field Guide, chapter 4',
  flagged: [
    'The crew lost [situational awareness] during the storm.',
    '[Complacency] set in after the third quiet week.',
    'The developers were [overconfident] about the schema.',
    'The engineer was [not paying attention] to the second board.',
    'There was a [lack of vigilance] on the night shift.',
    'The lead [should have known] that the mirror was stale.',
    'The on-call engineer [panicked] and closed the gate.',
    'A little [common sense] was missing that day.',
    'The reviewers [lost sight of] the old gates.',
  ],
  clean: [
    'The kernel panicked at 02:10.',
    'The goroutine panicked and the pod came back.',
    'The scheduler is zone-aware since March.',
    'The client lost track of the session.',
    'The value should have been known to the cache.',
    'The attention head was pruned.',
    'A shared picture of the load was missing.',
    'The lead knew the old number, because the page still showed it.',
  ],
  pairs: [
    ['The controller on duty [panicked].', 'The controller panicked.'],
    ['The team [lost track of] the second queue.', 'The broker lost track of the second queue.'],
    ['It came from a [lack of care].', 'It came from a lack of disk.'],
  ],
}
