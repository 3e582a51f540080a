import type { EditorHost } from './editor-host.ts'
import type { TemplateOption } from './writing-options.ts'

/** The template version that the document has now, or null when it has none that is known here. */
export function templateOf({ facts, options }: Pick<EditorHost, 'facts' | 'options'>): TemplateOption | null {
  const { templateVersionId } = facts.get()
  const known = [...options.templates, options.ownTemplate]
  return known.find((template) => template?.id === templateVersionId) ?? null
}
