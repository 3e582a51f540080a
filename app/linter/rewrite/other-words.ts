import { allOf, words } from '../words.ts'
import type { Phrase } from './propose-rewrite.ts'

/** Words that only judge: nothing that was seen or done is in them. "Hastily" and "evidently" say something, so they stay. */
const manner = words('carelessly recklessly negligently sloppily lazily stupidly foolishly irresponsibly thoughtlessly')
const trait = words('careless sloppy reckless negligent lazy stupid foolish irresponsible thoughtless')
const swearing = words('damn bloody goddamn fucking')
const feeling = words(
  'unfortunately luckily fortunately sadly regrettably thankfully surprisingly embarrassingly finally belatedly',
)
const certain = words('obviously clearly plainly')
const small = words('just simply merely')
const determiners = words('a an the this that these those our their his her its my your another')

/** By rule, the words that may go without a fact going with them. */
const idle: Record<string, ReadonlySet<string>> = {
  'character-judgement': allOf(manner, trait),
  'normative-performance': manner,
  'animated-language': swearing,
  'timeline-judgement': feeling,
  'backhanded-thanks': feeling,
  'hindsight-certainty': certain,
  minimiser: small,
}

/** A sentence in other words, or null where grammar alone does not give them. */
export function otherWords(ruleId: string, phrase: Phrase): string | null {
  if (ruleId === 'omission-verb') return didNot(phrase)
  if (ruleId === 'single-root-cause') return oneCause(phrase)
  const list = idle[ruleId]
  return list ? withoutIdle(phrase, list) : null
}

/** "neglected to stop it" as "did not stop it". What needs an attempt stays: "failed to restore" may mean that they tried. */
function didNot({ sentence, from, to }: Phrase): string | null {
  const before = /([a-z]+) $/i.exec(sentence.slice(0, from))?.[1]?.toLowerCase()
  const act = /^ ([a-z]+)\b/.exec(sentence.slice(to))?.[1]
  if (!/^(?:failed|neglected|omitted) to$/.test(sentence.slice(from, to)) || !act || attempts.has(act)) return null
  if (!before || auxiliaries.has(before)) return null
  return `${sentence.slice(0, from)}did not${sentence.slice(to)}`
}
const auxiliaries = words('has have had having is are was were be been being to not never and or')
const attempts = words(`
  restore recover fix reach connect log find reproduce resolve stop contain mitigate solve revert roll get gain convince
  persuade understand restart reboot
`)

/** "The root cause was a full disk" as "One cause was a full disk": that there is no other is an inference. */
function oneCause({ sentence, from, to }: Phrase): string | null {
  const now = sentence.slice(from, to)
  const told = now.replace(/^(?:the )?root cause\b/i, from === 0 ? 'One cause' : 'one cause')
  const next = told === now ? now.replace(/\bthe root cause$/, 'one cause') : told
  return next === now ? null : sentence.slice(0, from) + next + sentence.slice(to)
}

/** The sentence without the idle word of its phrase, with the commas, the article and the capital that go with it. */
function withoutIdle({ sentence, from, to }: Phrase, list: ReadonlySet<string>): string | null {
  const word = sentence
    .slice(from, to)
    .match(/[a-z]+/gi)
    ?.find((each) => list.has(each.toLowerCase()))
  if (!word) return null
  const at = sentence.indexOf(word, from)
  const before = sentence.slice(0, at)
  const after = sentence.slice(at + word.length)
  if (before.trim() === '') return opened(before, after)
  if (trait.has(word) || swearing.has(word)) return withoutTrait(before, after)
  // "acted carelessly" says little, "acted" nothing.
  if (/\b(?:acted|behaved|worked|is|are|was|were|been) $/i.test(before)) return null
  const inserted = /, $/.test(before) && /^(?:,|[.!?;]|$)/.test(after)
  if (inserted) return before.slice(0, -2) + after.replace(/^,/, '')
  if (!/[\p{L}\p{N}\uFFFC)] $/u.test(before) || !/^ [\p{L}\p{N}]/u.test(after)) return null
  return before + after.slice(1)
}

/** What followed an opening word, with its capital. A verb that opens a note has no subject: that is a passive or an omission. */
function opened(before: string, after: string): string | null {
  const rest = after.replace(/^,? /, '')
  if (rest === after || !/^[\p{L}\p{N}\uFFFC“"]/u.test(rest) || /^[a-z]+ed\b/.test(rest)) return null
  return before + rest.slice(0, 1).toUpperCase() + rest.slice(1)
}

/** "A careless rename" as "A rename", and "an idle" as "a" where the sound asks for it. Behind "was" it is all that is said. */
function withoutTrait(before: string, after: string): string | null {
  const determiner = /([a-z]+) $/i.exec(before)?.[1]
  if (!determiner || !determiners.has(determiner.toLowerCase()) || !/^ [a-z]/i.test(after)) return null
  if (!/^an?$/i.test(determiner)) return before + after.slice(1)
  const article = /^ (?:[aeio]|un(?!i))/i.test(after) ? 'an' : 'a'
  const capital = determiner[0] === 'A' ? article[0]!.toUpperCase() + article.slice(1) : article
  return `${before.slice(0, -determiner.length - 1)}${capital}${after}`
}
