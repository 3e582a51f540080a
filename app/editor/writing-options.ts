import type { TemplateRule } from '#app/document/fitting-template.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import type { Context } from '#app/linter/index.ts'

export interface Option {
  id: string
  name: string
  help?: string
  /** In use and no longer offered. */
  retired?: true
}

export interface TemplateOption extends Option {
  key: string
  /** Of its version. */
  number: number
  sections: TemplateSection[]
}

/** What the writing page may choose from; read by its loader. */
export interface WritingOptions {
  services: Option[]
  teams: Option[]
  severities: Option[]
  kinds: Option[]
  factors: Option[]
  /** Whether whoever writes may put a new factor into the organisation's list. */
  mayAddFactors: boolean
  /** `id` is the template version; the program's own templates, which no row has, carry their key. */
  templates: TemplateOption[]
  /** The version this document remembers, also one that is not offered any more; null where it remembers none. */
  ownTemplate: TemplateOption | null
  /** Which template fits which kind and severity. */
  templateRules: TemplateRule[]
  /** What the linter knows of the organisation: its names, its words and the levels it gave to rules. */
  language: Context
  /** Where each rule of the linter comes from, by its id. */
  ruleSources: Record<string, string>
}

/** The name of a chosen option; one that is gone from the list keeps its id, so that nothing disappears unseen. */
export function nameOf(options: readonly Option[], id: string | null): string | null {
  if (id === null) return null
  return options.find((option) => option.id === id)?.name ?? id
}
