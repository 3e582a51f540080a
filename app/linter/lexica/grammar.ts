// Closed classes of English: the few hundred words that carry clause structure, so that no tagger is needed.
import { words } from '../words.ts'

export const be = words("is are was were be been being am isn't aren't wasn't weren't")

export const auxiliaries = words(`
  is are was were be been being am has have had having do does did will would shall should can could may might must
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't
  mightn't mustn't gets got ought need to 've
`)

export const negations = words(`
  not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot
  couldn't neither nor
`)

export const determiners = words(`
  the a an this that these those our my your his her its their every each some any no another both all several many
  most few two three four five one other whose which what
`)

export const pronouns = words('i we you he she it they us them someone somebody nobody anyone everyone')

export const prepositions = words(`
  of in on at by for with without from to into onto over under during after before between among through across via
  against about despite within near behind above below per like until since upon toward towards around outside inside
  except besides following regarding
`)

export const subordinators = words(`
  when while because since as if although though after before that which who whom whether until once where so unless
  than whereas why how what but whereby
`)

export const relatives = words('who that which')

export const coordinators = words('and but or then yet nor plus')

export const smallAdverbs = words(`
  not never also then just still even only simply both all now soon again always often ever once almost rather quite
  too very already sometimes perhaps maybe instead later first
`)

/** Words in -ly that are no adverbs, and words in -ed that are no verbs. */
export const notAdverbs = words('reply supply apply family assembly anomaly only rely comply multiply daily weekly')
export const onlyLooksLikeVerb = words('speed feed seed need shed bed red embed breed indeed hundred unrelated unused')
export const notVerbs = words(`
  speed feed seed need shed bed red embed breed indeed hundred unhandled unexpected scheduled dedicated related
  distributed shared managed hosted automated failed-over detailed unused affected required unrelated so-called
  self-hosted advanced limited based
`)

/** Adjectives before which "have" is the main verb: "should have limited access". */
export const adjectival = words(`
  limited increased improved dedicated automated detailed shared reduced extended defined documented dedicated enhanced
  integrated unified isolated managed advanced required added
`)

export const irregularPast = words(`
  was were had did went came saw took made got gave found ran kept left lost sent set put built broke began brought
  bought caught chose cut drove fell felt forgot held heard hit knew led let meant met paid read rose said sold
  shut slept spoke spent stood stuck told thought understood woke won wrote wore threw drew grew flew hid shot became
  overrode overwrote withdrew undid rebuilt rewrote stole swore taught
`)

export const irregularParticiple = words(`
  been had done gone come seen taken made got gotten given found run kept left lost sent set put built broken begun
  brought bought caught chosen cut driven fallen felt forgotten held heard hit known led let meant met paid read risen
  said sold shut spoken spent stood stuck told thought understood woken won written thrown drawn grown hidden shot
  become overridden overwritten withdrawn undone spun split spread rewritten reset shown
`)

/** Nouns of which a part is taken: "one of the engineers" is about engineers. */
export const partitives = words(
  'one some most none many all each any several few two three neither both half part rest',
)

export const accidentAdverbs = words(
  'accidentally mistakenly inadvertently erroneously unintentionally unwittingly unknowingly',
)

/** Adverbs that compare an act with a norm; they are accident words only where a human act is certain. */
export const wrongAdverbs = words('incorrectly improperly wrongly')
