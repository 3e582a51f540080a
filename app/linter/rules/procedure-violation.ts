import { be } from '../lexica/grammar.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const rulebook =
  'policy|policies|procedure|procedures|process|processes|runbook|runbooks|protocol|protocols|checklist|review|approval|approvals|rules|rule|guideline|guidelines|instructions|step|steps|standard|standards|playbook|sop|freeze|checks|check|testing|staging'
const documents = words(
  'policy policies procedure procedures process processes runbook runbooks protocol protocols checklist guideline guidelines instructions playbook sop rules',
)

export default defineRule({
  id: 'procedure-violation',
  code: 'B09',
  levels: explanations,
  phrases: {
    broke: phrase(
      'violated|bypassed|skipped|circumvented|disregarded|ignored|sidestepped|omitted|broke|flouted|evaded',
      gap(5),
      rulebook,
    ),
    deviated: phrase('deviated|departed|strayed', 'from', gap(3), rulebook),
    unfollowed: phrase(
      "not|didn't|never|wasn't|weren't",
      many(adverb),
      'follow|followed|adhere|adhered|comply|complied|respected|respect',
      maybe('to|with'),
      gap(4),
      rulebook,
    ),
    passive: phrase(
      rulebook,
      maybe('steps'),
      'was|were',
      maybe('being|simply'),
      "not|n't|skipped|bypassed|ignored|violated|circumvented",
      maybe('followed|respected|adhered'),
    ),
    noun: phrase('violation|breach|disregard', 'of|for', gap(3), rulebook),
    compliance: phrase('non-compliance|noncompliance|non-adherence'),
    against: phrase(
      'against|contrary|outside',
      maybe('to'),
      maybe('our|the|company|all'),
      'policy|procedure|procedures|protocol|guidelines|rules|process',
    ),
    unfollowing: phrase('without', 'following', gap(3), rulebook),
    unapproved: phrase(
      'without',
      maybe('any|the|prior|proper|explicit|formal'),
      'approval|authorisation|authorization|permission|sign-off|signoff',
    ),
  },
  when: counts,
  unless: [phrase('review|approval|check', 'cache|queue|service|bot|job|code')],

  message: 'A departed-from procedure explains little; it needs a reason itself.',
  why: 'Work as done differs from work as written nearly every day, mostly for good reasons.',
  question: 'How is this step really done on a normal day, and what makes the short way normal?',
  source: 'RCA2, rule 4: violations of procedure must have a preceding cause; Cook, How Complex Systems Fail, 11',
})

function counts(hit: Hit): Verdict {
  if (hit.before(words('if prevent prevents avoid would could can'), 6) || hit.words.at(-1) === '?') return false
  const last = hit.words[hit.to - 1]!
  switch (hit.phrase) {
    case 'compliance':
      return true
    case 'noun':
    case 'against':
      return documents.has(last) && 'lower'
    case 'passive':
      return (
        /^(?:followed|respected|adhered|skipped|bypassed|ignored|violated|circumvented)$/.test(last) &&
        documents.has(hit.words[hit.from]!)
      )
    case 'unfollowing':
    case 'unapproved':
      return unapproved(hit)
    case 'unfollowed': {
      const { subject, voice } = hit.clause(hit.from + 1)
      return voice === 'active' && ofPerson(subject)
    }
    default: {
      const { subject, voice } = hit.clause()
      return voice === 'active' && !be.has(hit.previous) && ofPerson(subject)
    }
  }
}

function unapproved(hit: Hit): Verdict {
  for (let at = hit.from - 1; at >= 0 && hit.words[at] !== ','; at--) {
    if (!/ed$|^(?:ran|made|sent|put|took|shut|went)$/.test(hit.words[at]!)) continue
    const { subject, voice, agent } = hit.clause(at)
    if (voice === 'passive') return (agent === null || agent.isHuman) && 'lower'
    return ofPerson(subject)
  }
  return false
}

export const examples: Examples = {
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
  ],
  pairs: [
    ['The technician [skipped the second step].', 'The pipeline skipped the second step.'],
    ['The [runbook was not followed].', 'The runbook was not reachable.'],
    ['The team [broke the freeze].', 'The cold snap broke the freeze.'],
  ],
}
