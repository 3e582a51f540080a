import { duty, preventing } from '../lexica/acts.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { byPeople, defineRule, type Examples } from '../rule.ts'
import { allOf, words } from '../words.ts'

const done = allOf(duty.participle, preventing.participle, words('fixed'))
const past = words('was were been')
const useful = words('allows as for make makes no not')
const conditional = words('could should can been')

export default defineRule({
  id: 'minimiser',
  levels: { ...everywhere('info'), thanks: 'off' },
  looks: [
    [phrase`just|merely|simply assumed|failed|forgot|ignored|missed|needed|overlooked`, byPeople],
    [phrase`just|only|simply had|has|have|needed to`, byPeople],
    [
      phrase`straightforward|trivial to? ..1 check|fix|mistake|step?`,
      (hit) => hit.before(past) && hit.subject.kind !== 'system',
    ],
    [phrase`basic|easy|simple check|glance|look|search|step`, (hit) => !hit.before(useful, 4)],
    [phrase`easily ${done}`, (hit) => hit.before(conditional, 4)],
    [phrase`would have taken ..1 minutes|seconds`],
  ],

  message: 'Easy to say when the end is known.',
  why: 'It makes the step look small, and hides what stood around it.',
  question: 'How would someone without that knowledge find the step?',
})

export const examples: Examples = {
  code: 'B19',
  source: 'Baron and Hershey 1988, outcome bias',
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
