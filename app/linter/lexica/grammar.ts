// Closed classes of English: the few hundred words that carry clause structure, so that no tagger is needed.
import { allOf, words } from '../words.ts'

export const be = words('am are be been being is was were')

export const auxiliaries = allOf(
  be,
  words(`
    'd ca can cannot could did do does gets got had has have having may might must need ought shall should to will wo would
  `),
)

export const negations = words('cannot neither never nor not')

/** What denies whatever stands behind it. */
export const denials = allOf(negations, words('against hardly no nobody none nothing rather than without'))

export const possessives = words('her his its my our their your')

export const determiners = allOf(
  possessives,
  words(`
  a all an another any both each every few five four many most no one other several some that the these this those
  three two what which whose
`),
)

export const pronouns = words('anyone everyone he i it nobody she somebody someone them they us we you')

export const prepositions = words(`
  about above across after against among around at before behind below besides between by despite during except
  following for from in inside into like near of on onto outside over per regarding since through to toward towards
  under until upon via with within without
`)

export const subordinators = words(`
  after although as because before but how if once since so than that though unless until what when where whereas
  whereby whether which while who whom why
`)

export const relatives = words('who that which')

export const coordinators = words('and but nor or plus then yet')

export const smallAdverbs = words(`
  again all almost already also always both even ever first instead just later maybe never not now often once only
  perhaps quite rather simply sometimes soon still then too very
`)

/** Words in -ly that are no adverbs, and words in -ed that are no verbs. */
export const notAdverbs = words('anomaly apply assembly comply daily family multiply only rely reply supply weekly')
export const onlyLooksLikeVerb = words('bed breed embed feed hundred indeed need red seed shed speed unrelated unused')

/** Adjectives before which "have" is the main verb: "should have limited access". */
export const adjectival = words(`
  added advanced automated dedicated defined detailed documented enhanced extended improved increased integrated
  isolated limited managed reduced required shared unified
`)

export const notVerbs = allOf(
  onlyLooksLikeVerb,
  words(`
  advanced affected automated based dedicated detailed distributed failed-over hosted limited managed related required
  scheduled self-hosted shared so-called unexpected unhandled
`),
)

/** Nouns of which a part is taken: "one of the engineers" is about engineers. */
export const partitives = words(`
  all any both each few half many most neither none one part rest several some three two
`)

export const accidentAdverbs = words(`
  accidentally erroneously inadvertently mistakenly unintentionally unknowingly unwittingly
`)

/** Adverbs that compare an act with a norm; they are accident words only where a human act is certain. */
export const wrongAdverbs = words('incorrectly improperly wrongly')

/** What a sentence says of something it holds possible, or asks. */
export const supposing = words(`
  can could if may maybe might perhaps possible possibly unclear unknown unless unsure when whether will would
`)
