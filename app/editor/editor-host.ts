import type * as Y from 'yjs'
import type { Facts } from '#app/document/facts.ts'
import type { LeftOut } from '#app/document/rich-paste/left-out.ts'
import type { KeptScrap } from '#app/document/scraps.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import type { WrittenAttribute } from '#app/document/text-blocks.ts'
import type { DocumentNote, Finding } from '#app/linter/index.ts'
import type { Upload } from './files/upload.ts'
import type { MentionNames } from './mentions/mention-names.ts'
import type { Outline } from './read-outline.ts'
import type { ScrapOffer } from './scraps/scrap-offer.ts'
import type { Store } from './store.ts'
import type { Typeahead } from './typeahead.ts'
import type { WritingOptions } from './writing-options.ts'

/** What can be set on an item from a menu or a small form; `note` is the card of a language note. */
export type AskAbout =
  | 'type'
  | 'marks'
  | 'first-effect'
  | 'normal-again'
  | 'evidence'
  | 'day'
  | 'role'
  | 'factors'
  | 'entries'
  | 'addressed'
  | 'causes'
  | 'team'
  | 'strength'
  | 'decision'
  | 'harder'
  | 'progress'
  | 'answer'
  | 'entry'
  | 'lesson-of'
  | 'more'
  | 'section'
  | 'add-section'

/**
 * Where whoever opened a card goes on: at its first button by key, in the card by pointer, so that no button is made to look
 * pressed, and at the button they came by from another card, so that pressing it again does the same.
 */
export type CardFocus = 'first' | 'card' | 'before' | 'next'

/** `toolbar`: the bar over what is selected; `link`: its field for an address. */
export type Reach = 'toolbar' | 'link'

/** A menu or form that is open, beside what opened it. */
export type Ask =
  | { about: AskAbout; id: string; anchor: HTMLElement }
  | { about: 'note'; id: string; anchor: HTMLElement; note: PlacedNote; focus: CardFocus }

/** A language note and where its words stand now. */
export interface PlacedNote extends Finding {
  sectionId: string
  itemId: string | null
  /** Where its words stand in an attribute of the item; null in the text. */
  attribute: WrittenAttribute | null
  /** How far down the document it stands, in lines of text. */
  line: number
  /** Positions in the document; those of the item's beginning where the words are not in the text. */
  start: number
  end: number
}

export interface ChangeProgress {
  state: 'open' | 'in_progress' | 'done'
  dueOn: string | null
  trackerUrl: string | null
}

/** What the views of the document and the panels around it know of each other. */
export interface EditorHost {
  shared: Y.Doc
  /** Of the post-mortem, such as PM-17. */
  reference: string
  options: WritingOptions
  /** Whether whoever looks may write; it can end while they do. */
  editable: boolean
  /** The IANA zone of whoever looks. */
  readerZone: string
  facts: Store<Facts>
  outline: Store<Outline>
  notes: Store<PlacedNote[]>
  /** Notes on the document as a whole. */
  documentNotes: Store<DocumentNote[]>
  /** By item id; rows of the database, because they move after publishing. */
  progress: Store<Record<string, ChangeProgress>>
  ask: Store<Ask | null>
  /** Raw material that is never published, and what was kept aside because its place in the text is gone, oldest first. */
  scraps: Store<KeptScrap[]>
  /** What was pasted, dropped or chosen and is offered to be looked at. */
  scrapOffer: Store<ScrapOffer | null>
  /** What the last paste brought and the text has no place for. */
  leftOut: Store<LeftOut[]>
  /** Says something to whoever writes, in the page's polite live region. */
  say: Store<string>
  /** Files on their way, in the order they were added. */
  uploads: Store<readonly Upload[]>
  /** What the mentions in the text stand for. */
  names: MentionNames
  /** The list that opens at the caret when a sign is typed. */
  typeahead: Typeahead
  /** What was reached for by key and opens over the text. */
  reach: Store<Reach | null>
  /** Whether the bar that finds words in the document is open. */
  finding: Store<boolean>
  sectionOf: (key: string | null) => TemplateSection | null
}

/** Edits that are made on the shared document itself: undo takes them back like typing. */
export const authorsAct = { name: 'author’s act' }
