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
  return sections
    .filter((section) => section.hiddenBecause === null)
    .map((section) => ({ id: section.id, key: section.key, progress: progressOf(section) }))
}

/** Whether nothing was written in a section: no text, and no item that says anything. */
export function isEmptySection(section: ExtractedSection): boolean {
  return section.text === '' && section.items.every((item) => item.text === '' && !hasOwnWords(item))
}

function progressOf(section: ExtractedSection): SectionState['progress'] {
  if (isEmptySection(section)) return 'empty'
  return section.items.every(isComplete) ? 'done' : 'part'
}

/** Not knowing is an answer, so a time or a role that is not known leaves an item complete; a change has to say what was decided. */
function isComplete(item: ExtractedItem): boolean {
  if (item.kind === 'thanks') return item.text !== ''
  if (item.kind === 'change') {
    const { decision, teamId, because, decideBy } = item.attributes
    if (decision === 'doing') return item.text !== '' && Boolean(teamId)
    return item.text !== '' && Boolean(because || decideBy)
  }
  return item.text !== ''
}

/** What an item may say outside its rich text. */
function hasOwnWords({ attributes }: ExtractedItem): boolean {
  return Boolean(
    attributes.to || attributes.because || attributes.answer || attributes.typed || attributes.noChangeBecause,
  )
}
