import { maybe, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

export default defineRule({
  id: 'folk-model',
  code: 'B12',
  levels: explanations,
  phrases: {
    awareness: phrase('situational|situation', 'awareness'),
    complacent: phrase(
      'complacency|complacent|overconfidence|over-confidence|overconfident|hubris|arrogance|laxness|laxity|inattention|forgetfulness|absent-mindedness|distractedness',
    ),
    attention: phrase(
      "not|without|n't|stopped",
      'paying|pay',
      maybe('enough|close|much|any|full|sufficient'),
      'attention',
    ),
    lackOf: phrase(
      'lack',
      'of',
      maybe('basic|proper|any|due|common'),
      'vigilance|sense|attention|care|diligence|discipline|focus|concentration|rigour|rigor|curiosity|urgency',
    ),
    common: phrase('common', 'sense'),
    known: phrase('should|ought', maybe('to'), 'have', maybe('really|clearly'), 'known'),
    panicked: phrase('panicked'),
    asleep: phrase('asleep', 'at'),
    lost: phrase('lost', 'sight|focus|track', 'of'),
    tunnel: phrase('tunnel', 'vision'),
  },
  when: counts,

  message: 'This names the gap between what is known now and what was known then.',
  why: 'The label sounds like a finding, and nothing can be changed with it.',
  question: 'What drew attention at that moment, and where did it rest?',
  source: 'Dekker, The Field Guide, chapter 4',
})

function counts(hit: Hit): Verdict {
  if (hit.before(words('not no prevent avoid against'), 2) && hit.phrase !== 'attention') return false
  if (hit.phrase === 'awareness') return hit.before(words('lost loss lack lacked poor no limited losing'), 4)
  if (hit.phrase === 'known' || hit.phrase === 'panicked' || hit.phrase === 'lost' || hit.phrase === 'attention')
    return ofPerson(hit.clause(verbOf(hit)).subject)
  return true
}

function verbOf(hit: Hit): number {
  return hit.phrase === 'attention' && /^(?:not|without|stopped)$/.test(hit.words[hit.from]!)
    ? Math.max(0, hit.from)
    : hit.from
}

export const examples: Examples = {
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
