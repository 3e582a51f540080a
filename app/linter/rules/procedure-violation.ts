import { be } from '../lexica/grammar.ts'
import { written } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { byDoer, byPeople, defineRule, type Examples, ofPerson } from '../rule.ts'
import { allOf, words } from '../words.ts'

const steps = allOf(written, words('approval+ check+ freeze review staging standard+ step+ testing'))
const supposing = words('avoid can could if prevent* would')

export default defineRule({
  id: 'procedure-violation',
  levels: explanations,
  looks: [
    [
      phrase`broke|bypass*|circumvent*|disregard*|ignore*|omitted|skip*|violate* ..5 ${steps}`,
      (hit) => (hit.first.endsWith('ing') ? hit.someone(0, hit.from) : !be.has(hit.previous) && byPeople(hit)),
    ],
    [phrase`depart*|deviate*|stray* from ..3 ${steps}`, byPeople],
    [
      phrase`never|not ~ adhere*|comply|follow*|respect* to|with? ..4 ${steps}`,
      (hit) => hit.clause(hit.from + 1).subject.head === 'they' || ofPerson(hit.clause(hit.from + 1).subject),
    ],
    [phrase`${written} steps? was|were being|simply? never|not? bypassed|followed|ignored|respected|skipped|violated`],
    [phrase`non-compliance|noncompliance`],
    [phrase`against|contrary|outside|spite of|to? ..2 ${written}`, () => 'lower'],
    [
      phrase`without any|explicit|formal|prior|proper|the? approval|authorisation|authorization|permission|sign-off`,
      byDoer,
    ],
  ],
  veto: (hit) => hit.before(supposing, 6) || hit.words.at(-1) === '?',
  unless: [phrase`approval|check|review bot|cache|code|job|queue|service`],

  message: 'A departed-from procedure explains little; it needs a reason itself.',
  why: 'Work as done differs from work as written nearly every day, mostly for good reasons.',
  question: 'How is this step really done on a normal day, and what makes the short way normal?',
})

export const examples: Examples = {
  code: 'B09',
  source: 'RCA2, rule 4: violations of procedure must have a preceding cause; Cook, How Complex Systems Fail, 11',
  flagged: [
    'The night crew [bypassed the approval step].',
    'The developers [skipped the code review] that week.',
    'The on-call engineer did [not follow the runbook].',
    'The lead [deviated from the procedure].',
    'The reviewers [ignored the release checklist].',
    'The cause was [non-compliance] in the second team.',
    'The key was copied [without approval].',
    'The [process was not followed] on the Friday.',
    'The engineer [violated our change policy].',
    '[Contrary to the runbook], both relays were restarted.',
  ],
  clean: [
    'Warm-up requests bypassed the approval cache.',
    'Two violations of the foreign key were logged.',
    'The job skipped the check because the flag was set.',
    'The process was killed at 14:02.',
    'The traffic bypassed the second step of the proxy.',
    'The engineer followed the runbook, which names the old host.',
    'The review was open for two days.',
    'The request was sent without a token.',
    'The content policy rejected the script.',
    'A tap against the reader opens the gate.',
    'Four crews were out that night, and none skipped the checklist.',
  ],
  pairs: [
    ['The technician [skipped the second step].', 'The pipeline skipped the second step.'],
    ['The [runbook was not followed].', 'The runbook was not reachable.'],
    ['The team [broke the freeze].', 'The cold snap broke the freeze.'],
  ],
}
