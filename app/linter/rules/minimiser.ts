import { duty } from '../lexica/acts.ts'
import { maybe, phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'

export default defineRule({
  id: 'minimiser',
  code: 'B19',
  levels: { ...everywhere('info'), thanks: 'off' },
  phrases: {
    just: phrase('just|simply|merely', 'needed|forgot|missed|overlooked|failed|ignored|assumed'),
    only: phrase('only|just|simply', 'had|needed|have|has', 'to'),
    trivial: phrase(
      'trivial|trivially|straightforward',
      maybe('to'),
      maybe((word) => /^[a-z]+$/.test(word)),
      maybe('check|fix|mistake|step'),
    ),
    easy: phrase('easy|simple|basic', 'check|look|glance|step|search'),
    easily: phrase(
      'easily',
      (word) => duty.participle.has(word) || /^(?:avoided|prevented|spotted|seen|fixed|found|noticed)$/.test(word),
    ),
    wouldHaveTaken: phrase('would', 'have', 'taken', 'seconds|minutes|two|five|one|ten', maybe('minutes|seconds')),
  },
  when: counts,

  message: 'Easy to say when the end is known.',
  why: 'It makes the step look small, and hides what stood around it.',
  question: 'How would someone without that knowledge find the step?',
  source: 'Baron and Hershey 1988, outcome bias',
})

function counts(hit: Hit): Verdict {
  const { subject } = hit.clause()
  if (hit.phrase === 'just') return subject.isHuman && subject.kind !== 'implied'
  if (hit.phrase === 'only') return subject.isHuman && subject.kind !== 'implied'
  if (hit.phrase === 'trivial')
    return hit.words.slice(0, hit.from).some((word) => /^(?:was|were|been)$/.test(word)) && subject.kind !== 'system'
  if (hit.phrase === 'easy') return !hit.before(new Set(['for', 'as', 'not', 'allows', 'make', 'makes', 'no']), 4)
  if (hit.phrase === 'easily') return hit.before(new Set(['could', 'should', 'can', 'been']), 4)
  return true
}

export const examples: Examples = {
  flagged: [
    'The engineer [only had to] read the second line.',
    'The developers [simply forgot] the second region.',
    'The lead [just needed] the other board.',
    'The lag could have been [easily spotted] on the graph.',
    'An [easy check] of the mirror was left out.',
    'A look at the tide table [would have taken seconds].',
    'It was a [trivial mistake] in the rota.',
    'The on-call engineer [just missed] the line.',
  ],
  clean: [
    'The page arrived just after noon.',
    'The build is just-in-time compiled.',
    'The node simply restarted.',
    'The queue only had to drain.',
    'The new panel shows both numbers.',
    'The flag can be changed easily in the console.',
    'The client just needed a second port.',
    'A quick reload brought the page back.',
  ],
  pairs: [
    ['The crew [simply missed] it.', 'The probe simply missed it.'],
    ['The operator on duty [only had to] wait.', 'The operator only had to wait.'],
    ['A [simple check] of the age was left out.', 'The age is checked twice.'],
  ],
}
