import type { Hit } from '../hit.ts'
import { reasons } from '../lexica/acts.ts'
import { phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { byOthers, byPeople, defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const minded = words(`
  assumed believed decided expected felt figured forgot hoped intended knew known meant thought wanted
`)
const signs = words(`
  advice alert+ concern+ feedback message+ page+ report+ request+ signal+ ticket+ warning+
`)

export default defineRule({
  id: 'mind-reading',
  levels: judgements('warn'),
  looks: [
    [phrase`disregarded|downplayed|ignored`, ignored],
    [
      phrase`brushed|dismissed|shrugged|snoozed aside|away|off?`,
      (hit) => (/^(?:off|aside|away)$/.test(hit.last) || hit.after(signs, 5)) && ignored(hit),
    ],
    [phrase`blindly|deliberately|knowingly|wilfully|willfully`, wilful],
    [phrase`never|not even? bother*|care|cared`, byPeople],
    [phrase`chose|chosen not? to not? bother|bypass|disregard|hide|ignore|look|skip`, byPeople],
    [phrase`hoping|tried|trying|wanted to avoid|cut|hide|save blame|corners|effort|face|it|this|time|work`, byPeople],
    [phrase`must have ~ ${minded}`, byOthers],
    [
      phrase`apparently|clearly|evidently|likely|presumably|probably ..4 ${minded}`,
      (hit) => ofPerson(hit.clause(hit.to - 1).subject) === true,
    ],
    [phrase`despite ..3 aware|knowing|told|warned`, (hit) => hit.subject.kind !== 'we'],
  ],
  veto: (hit) => hit.words.at(-1) === '?',

  message: 'This states an intention that nobody recorded.',
  why: 'What somebody meant can be asked; guessed, it stands in the record as a fact.',
  question: 'What did the signal look like among everything else then?',
})

function ignored(hit: Hit): Verdict {
  return !hit.clause().negated && !hit.after(reasons) && byPeople(hit)
}

function wilful(hit: Hit): Verdict {
  const { subject, voice, negated } = hit.clause(hit.to)
  return !negated && voice === 'active' && ofPerson(subject)
}

export const examples: Examples = {
  code: 'B18',
  source: 'Google, SRE Workbook, Postmortem Culture: "ignored"; Woods and Cook, Nine Steps',
  flagged: [
    'The reviewer [ignored] three warnings.',
    'The developers [blindly] copied the old rule.',
    'The on-call engineer did [not bother] to open the board.',
    'The lead [chose to ignore] the second mail.',
    'The contractor [must have assumed] it was the test pier.',
    'The engineer [probably thought] nobody would see it.',
    'The vendor team [knowingly] left it open.',
    'The technician [tried to hide it] until noon.',
    'The manager on duty [presumably wanted] to be home by six.',
    'The on-call engineer [brushed off] the second alert.',
    'The relay was restarted [despite being told] to wait.',
  ],
  clean: [
    'The scheduler ignored the taint.',
    'The reviewer took the warnings for the known flaky test, because they had the same text.',
    'We assumed the mirror was fresh, since its page said so.',
    'The proxy deliberately waits a second.',
    'The engineer said later that the board had looked green.',
    'The alert was probably late.',
    'The cache must have expired by then.',
    'The on-call engineer ignored the second page because it had the same text as the first.',
    'The client tried to save time by asking twice.',
    'The bot dismissed the warning after an hour.',
    'The relay stayed up despite two warnings in its log.',
  ],
  pairs: [
    ['The operator on shift [disregarded] the banner.', 'The parser disregarded the banner.'],
    ['The author [must have believed] the flag was off.', 'The flag must have been off.'],
    ['The lead [chose to skip] the drill.', 'The loader chose to skip the row.'],
  ],
}
