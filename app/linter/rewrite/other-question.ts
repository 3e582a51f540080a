import { duty, humanActs } from '../lexica/acts.ts'
import { determiners, prepositions, subordinators } from '../lexica/grammar.ts'
import { allOf, words } from '../words.ts'
import type { Phrase } from './propose-rewrite.ts'

/** A question about a person as one about what the person met, or null where the grammar is not certain. */
export function otherQuestion({ sentence, from, to }: Phrase): string | null {
  const [lead, asked, rest] = [sentence.slice(0, from), sentence.slice(from, to), sentence.slice(to)]
  if (!/\?["”)]*$/.test(rest) || /[.!?;]/.test(rest.replace(/\?["”)]*$/, ''))) return null
  const next = aboutWho(asked, rest) ?? aboutWhose(asked, rest) ?? aboutWhy(asked, rest) ?? aboutHow(asked, rest)
  if (!next) return null
  return lead + (lead.trim() === '' ? next : next.slice(0, 1).toLowerCase() + next.slice(1))
}

/** Decisions: what looked right about them can be asked. "Who reviewed it?" is a plain question and no reproach. */
const decisions = /* @__PURE__ */ pastForms(`
  approve merge deploy release delete remove disable enable change edit rename revoke publish promote override/overrode
  terminate close upgrade install apply modify decide choose/chose grant wipe destroy ship/shipped push/pushed drop/dropped
  send/sent restart stop/stopped switch configure decommission reboot
`)
const slips = /* @__PURE__ */ pastForms('miss overlook ignore skip/skipped forget/forgot')
const slipping = words('miss overlook ignore skip forget')
const noticing = words('see notice spot find catch realise realize')

/** The base form by the past one. */
function pastForms(list: string): Map<string, string> {
  const entries = list.trim().split(/\s+/)
  return new Map(
    entries.map((entry) => {
      const [base = '', past = base.endsWith('e') ? `${base}d` : `${base}ed`] = entry.split('/')
      return [past, base]
    }),
  )
}

function aboutWho(asked: string, rest: string): string | null {
  const act = /^who (?:[a-z]+ly )?([a-z]+)$/i.exec(asked)?.[1]?.toLowerCase()
  if (!act) return null
  const bare = /^ (?:this|that|it)\?/.test(rest)
  if ((act === 'did' && bare) || /^(?:screwed|messed)$/.test(act)) {
    return act === 'did' || /^ up\?/.test(rest) ? 'How did our system allow this?' : null
  }
  if (act === 'let' || act === 'allowed') return `How did our system ${act === 'let' ? 'let' : 'allow'}${rest}`
  if (/^(?:wrote|made|authored)$/.test(act)) {
    return /^ (?:this|that|the) (?:bug|mistake|error|mess|defect|typo)\?/.test(rest)
      ? `How did our system allow${rest}`
      : null
  }
  if (/^(?:caused|broke)$/.test(act)) return `What ${act}${rest}`
  const slip = slips.get(act)
  if (slip) return `What made it easy to ${slip}${rest}`
  const decision = decisions.get(act)
  return decision && rest !== '?' ? `What made it look right to ${decision}${rest}` : null
}

function aboutWhose(asked: string, rest: string): string | null {
  if (!/^whose (?:fault|mistake)$/i.test(asked)) return null
  const what = /^ (?:is|was)( (?:this|that|it|the|our) ?[^?]*\?.*)$/.exec(rest)?.[1]
  return what ? `How did our system allow${what}` : null
}

/** "Why did the on-call restart it?": what made it look right; "why didn't": what would have asked for it. */
function aboutWhy(asked: string, rest: string): string | null {
  const found = /^why (did|didn['’]t)( not)? (.+)$/i.exec(asked)
  if (!found) return null
  const told = subjectAndAct(found[3]!, rest)
  if (!told) return null
  const { whom, not, act, more } = told
  if (found[1]!.length > 3 || found[2] || not) {
    const [, end] = /(\?["”)]*)$/.exec(more)!
    return `What would have prompted ${whom} to ${act}${more.slice(0, -end!.length)}, and was that there${end}`
  }
  return `What made it ${slipping.has(act) ? 'easy' : 'look right'} for ${whom} to ${act}${more}`
}

function aboutHow(asked: string, rest: string): string | null {
  const found = /^how could( not)? (.+)$/i.exec(asked)
  if (!found) return null
  const told = subjectAndAct(found[2]!, rest)
  if (told && (found[1] || told.not)) {
    return noticing.has(told.act) ? `What made it hard for ${told.whom} to ${told.act}${told.more}` : null
  }
  if (found[1] || / (?:not|never) /.test(rest)) return null
  if (told && slipping.has(told.act)) return `What made it easy for ${told.whom} to ${told.act}${told.more}`
  return `What let ${object(found[2]!)}${rest}`
}

const acts = allOf(
  duty.base,
  humanActs.base,
  slipping,
  noticing,
  words('wait restart react drain merge act look go call page hold answer reply start begin tell say stay try keep'),
)
const opening = allOf(
  determiners,
  prepositions,
  subordinators,
  words(
    'it him her them us me something anything nothing everything so again earlier sooner first twice up off out back',
  ),
)

/** Whom the question is about and what they did, where the word behind them can only be the verb. */
function subjectAndAct(named: string, rest: string) {
  const found = /^( on (?:shift|duty|call))?( not)? ([a-z-]+)([ ?].*)$/.exec(rest)
  if (!found) return null
  const [, post = '', not, act = '', more = ''] = found
  const next = /^ ([\p{L}\p{N}']+)/u.exec(more)?.[1]
  const isSure = acts.has(act) && (next === undefined || opening.has(next) || /^\p{N}/u.test(next))
  return isSure ? { whom: object(named) + post, not: not !== undefined, act, more } : null
}

function object(named: string): string {
  return { he: 'him', she: 'her', they: 'them' }[named] ?? named
}
