import type { Template, TemplateSection } from './templates.ts'

/**
 * What one section is in a later version beside an earlier one. Places count from 1; `below` is the title of the section that
 * one stands under now, null at the top.
 */
export type SectionDifference =
  | { what: 'added'; title: string; place: number }
  | { what: 'taken-out'; title: string }
  | { what: 'moved'; title: string; below: string | null }
  | { what: 'renamed'; title: string; before: string }
  | { what: 'kind'; title: string; before: TemplateSection['kind']; after: TemplateSection['kind'] }
  | { what: 'required'; title: string; required: boolean }
  | { what: 'prompt' | 'help'; title: string; before: string; after: string }

/** What changed from one list of sections to another, in the order of the later one, what was taken out last. */
export function templateDifference(before: TemplateSection[], after: TemplateSection[]): SectionDifference[] {
  const earlier = new Map(before.map((section, place) => [section.key, { section, place }]))
  const staying = longestRun(after.flatMap(({ key }) => earlier.get(key)?.place ?? []))
  const found: SectionDifference[] = []
  for (const [place, section] of after.entries()) {
    const { title } = section
    const was = earlier.get(section.key)
    if (!was) {
      found.push({ what: 'added', title, place: place + 1 })
      continue
    }
    const { section: old } = was
    if (old.title !== title) found.push({ what: 'renamed', title, before: old.title })
    if (!staying.has(was.place)) found.push({ what: 'moved', title, below: after[place - 1]?.title ?? null })
    if (old.kind !== section.kind) found.push({ what: 'kind', title, before: old.kind, after: section.kind })
    if (old.required !== section.required) found.push({ what: 'required', title, required: section.required })
    for (const what of ['prompt', 'help'] as const) {
      if (old[what] !== section[what]) found.push({ what, title, before: old[what], after: section[what] })
    }
  }
  const kept = new Set(after.map(({ key }) => key))
  for (const { key, title } of before) if (!kept.has(key)) found.push({ what: 'taken-out', title })
  return found
}

/** Whether two contents of a template are the same to everybody who reads them. */
export function isSameTemplate(one: Omit<Template, 'key'>, other: Omit<Template, 'key'>): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    templateDifference(one.sections, other.sections).length === 0
  )
}

/** The most of these distinct numbers that already stand in rising order: what is not among them was moved. */
function longestRun(places: number[]): Set<number> {
  const runs: number[][] = []
  for (const place of places) {
    const before =
      runs.filter((run) => run.at(-1)! < place).toSorted((one, other) => other.length - one.length)[0] ?? []
    runs.push([...before, place])
  }
  return new Set(runs.toSorted((one, other) => other.length - one.length)[0])
}
