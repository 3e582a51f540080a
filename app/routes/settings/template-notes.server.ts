import { type Context, lint, type Section } from '#app/linter/index.ts'
import type { TemplateDraft } from './template-draft.ts'

export interface TemplateNote {
  excerpt: string
  message: string
}

/** Language notes on a template's texts, by the name of the form's field. They stop nobody from saving. */
export function templateNotes(
  draft: Omit<TemplateDraft, 'takenOut'>,
  language: Context,
): Record<string, TemplateNote[]> {
  const texts: [field: string, text: string, section: Section][] = [
    ['name', draft.name, 'prose'],
    ['description', draft.description, 'prose'],
    ...draft.sections.flatMap(({ key, title, prompt, help }): [string, string, Section][] => [
      [`title-${key}`, title, 'prose'],
      [`prompt-${key}`, prompt, 'questions'],
      [`help-${key}`, help, 'prose'],
    ]),
  ]
  const notes: Record<string, TemplateNote[]> = {}
  for (const [field, text, section] of texts) {
    const found = lint([{ id: field, section, kind: 'text', text }], language).filter(({ level }) => level !== 'info')
    if (found.length > 0) notes[field] = found.map(({ excerpt, message }) => ({ excerpt, message }))
  }
  return notes
}
