import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const supposing = 'probably|presumably|apparently|evidently|seemingly'
const minds = 'thought|assumed|wanted|decided|believed|figured|intended|hoped|meant|felt|forgot|expected|knew'

const corners = words('time face corners work embarrassment responsibility blame effort it this')

export default defineRule({
  id: 'mind-reading',
  code: 'B18',
  levels: judgements('warn'),
  phrases: {
    ignored: phrase('ignored|disregarded|brushed|dismissed|shrugged|downplayed'),
    wilful: phrase('blindly|knowingly|wilfully|willfully|deliberately|consciously'),
    bothered: phrase("not|didn't|don't|never|doesn't", maybe('even'), 'bother|care|bothered|cared'),
    bothered2: phrase('be|being', 'bothered'),
    chose: phrase('chose|chosen', maybe('not'), 'to', maybe('not'), 'ignore|bother|look|disregard|skip|bypass|hide'),
    hidden: phrase(
      'tried|trying|attempted|wanted|wanting|hoping',
      'to',
      'hide|conceal|avoid|show|impress|save|cut',
      (word) => corners.has(word),
    ),
    must: phrase('must', "have|'ve", many(adverb), minds),
    supposed: phrase(supposing, maybe('just|simply|only'), minds),
    supposed2: phrase('likely|clearly', 'thought|assumed|wanted|believed|forgot'),
    despite: phrase('despite', gap(3), 'aware|knowing|warned|told'),
  },
  when: counts,

  message: 'This states an intention that nobody recorded.',
  why: 'What somebody meant can be asked; guessed, it stands in the record as a fact.',
  question: 'What did the signal look like among everything else then?',
  source: 'Google, SRE Workbook, Postmortem Culture: "ignored"; Woods and Cook, Nine Steps',
})

const dismissed = words(
  'alert alerts warning warnings advice concern concerns feedback report reports request page pages signal signals suggestion message email ticket',
)

function counts(hit: Hit): Verdict {
  const { words: all } = hit
  if (all.at(-1) === '?') return false
  const { subject, voice, negated } = hit.clause(hit.phrase === 'wilful' ? hit.to : hit.from)
  const human = subject.isHuman && subject.kind !== 'implied'
  switch (hit.phrase) {
    case 'despite':
      return subject.kind !== 'we' && /^(?:aware|knowing|warned|told)$/.test(all[hit.to - 1]!)
    case 'must':
    case 'supposed':
    case 'supposed2':
      return human && subject.kind !== 'we'
    case 'wilful':
      return human && !negated && voice === 'active' && rankOf(hit)
    case 'ignored':
      if (voice === 'passive' || !human || negated) return false
      if (/^(?:dismissed|brushed|shrugged)$/.test(all[hit.from]!) && !hit.after(dismissed, 5)) return false
      return !hit.after(words('because since as')) && rankOf(hit)
    case 'hidden':
      return human && corners.has(all[hit.to - 1]!) && rankOf(hit)
    default:
      return (human || subject.kind === 'pronoun') && rankOf(hit)
  }
}

function rankOf(hit: Hit): true | 'self' {
  return hit.clause().subject.kind === 'we' ? 'self' : true
}

export const examples: Examples = {
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
  ],
  pairs: [
    ['The operator on shift [disregarded] the banner.', 'The parser disregarded the banner.'],
    ['The author [must have believed] the flag was off.', 'The flag must have been off.'],
    ['The lead [chose to skip] the drill.', 'The loader chose to skip the row.'],
  ],
}
