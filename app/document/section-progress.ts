import type { ExtractedItem, ExtractedSection } from './extract.ts'

export interface SectionState {
  /** The section's id: keys are missing where an author or an import added one. */
  id: string
  key: string | null
  progress: 'empty' | 'part' | 'done'
}

/**
 * How far each section is, in the document's order, hidden ones left out (to leave one out is an answer). `part` means that
 * something is written and an item in it still waits for its text or for what makes it complete.
 */
export function sectionProgress(sections: ExtractedSection[]): SectionState[] {
  const shown = sections.filter((section) => section.hiddenBecause === null)
  const changes = shown.flatMap(({ items }) => items).filter(({ kind, text }) => kind === 'change' && text !== '')
  const addressed = new Set(changes.flatMap(({ attributes }) => attributes.causes as string[]))
  return shown.map((section) => ({ id: section.id, key: section.key, progress: progressOf(section, addressed) }))
}

/** Whether nothing was written in a section: no text, and no item that says anything. */
export function isEmptySection(section: ExtractedSection): boolean {
  return section.text === '' && section.items.every((item) => item.text === '' && !hasOwnWords(item))
}

function progressOf(section: ExtractedSection, addressed: ReadonlySet<string>): SectionState['progress'] {
  if (isEmptySection(section)) return 'empty'
  return section.items.every((item) => item.text !== '' && isAnswered(item, addressed)) ? 'done' : 'part'
}

/**
 * Not knowing is an answer, so a time or a role that is not known leaves an item complete. Silence is none: a cause has a change
 * or a word on why there is none, a change a team, a day by which it is decided, or a reason.
 */
function isAnswered({ id, kind, attributes }: ExtractedItem, addressed: ReadonlySet<string>): boolean {
  if (kind === 'cause') return addressed.has(id) || Boolean(attributes.noChangeBecause)
  if (kind !== 'change') return true
  const { decision, teamId, because, decideBy } = attributes
  if (decision === 'doing') return Boolean(teamId)
  return decision === 'deciding' ? Boolean(because || decideBy) : Boolean(because)
}

/** What an item may say outside its rich text. */
function hasOwnWords({ attributes }: ExtractedItem): boolean {
  return Boolean(
    attributes.to || attributes.because || attributes.answer || attributes.typed || attributes.noChangeBecause,
  )
}
