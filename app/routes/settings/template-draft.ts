import { z } from 'zod'
import { newItemId } from '#app/document/new-item-id.ts'
import { type SectionKind, sectionKinds } from '#app/document/section-kind.ts'
import { TemplateContent, TemplateSectionShape } from '#app/document/template-shape.ts'
import type { TemplateSection } from '#app/document/templates.ts'

/** A template on its form: as typed, not checked yet. */
export interface TemplateDraft {
  name: string
  description: string
  sections: TemplateSection[]
  /** Sections that were taken out of the form, with what is typed in them; they go when it is saved. */
  takenOut: TemplateSection[]
  /** The key it had in the file it came from, to keep where that is free. */
  wantedKey?: string
}

/** A template whose sections can be taken over. */
export interface OtherTemplate {
  key: string
  name: string
  sections: TemplateSection[]
}

const TakenOut = z.array(
  TemplateSectionShape.extend({ title: z.string(), prompt: z.string(), help: z.string() }).or(z.null()),
)

/** Reads the form as it was sent, by a browser with or without JavaScript. */
export function readTemplateDraft(form: FormData): TemplateDraft {
  const typed = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n')
  const sections = form.getAll('section').map((each): TemplateSection => {
    const key = String(each)
    return {
      key,
      kind: typed(`kind-${key}`) as SectionKind,
      title: typed(`title-${key}`),
      prompt: typed(`prompt-${key}`),
      help: typed(`help-${key}`),
      required: form.get(`required-${key}`) === 'on',
    }
  })
  const takenOut = TakenOut.catch([]).parse(form.getAll('taken-out').map(json))
  return {
    name: typed('name'),
    description: typed('description'),
    sections,
    takenOut: takenOut.filter((section) => section !== null),
    wantedKey: typed('key') || undefined,
  }
}

function json(text: FormDataEntryValue): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

/**
 * What the buttons of the form do, without saving: `up:key`, `down:key`, `take-out:key`, `bring-back:key`, and `add` with
 * `what` = `kind:prose`, or `like:standard/thanks` for a section of another template.
 */
export function rearrange(
  draft: TemplateDraft,
  act: string,
  { what = '', others = [] }: { what?: string; others?: OtherTemplate[] } = {},
): TemplateDraft {
  const [verb, key = ''] = act.split(/:(.*)/s)
  const { sections, takenOut } = draft
  const place = sections.findIndex((section) => section.key === key)
  switch (verb) {
    case 'up':
    case 'down': {
      const to = verb === 'up' ? place - 1 : place + 1
      if (place === -1 || to < 0 || to >= sections.length) return draft
      const moved = sections.toSpliced(place, 1).toSpliced(to, 0, sections[place]!)
      return { ...draft, sections: moved }
    }
    case 'take-out':
      if (place === -1) return draft
      return { ...draft, sections: sections.toSpliced(place, 1), takenOut: [...takenOut, sections[place]!] }
    case 'bring-back': {
      const section = takenOut.find((one) => one.key === key)
      if (!section) return draft
      return { ...draft, sections: [...sections, section], takenOut: takenOut.filter((one) => one !== section) }
    }
    case 'add': {
      const added = newSection(what, others)
      const isThere = added && sections.some((section) => section.key === added.key)
      return added && !isThere ? { ...draft, sections: [...sections, added] } : draft
    }
    default:
      return draft
  }
}

function newSection(what: string, others: OtherTemplate[]): TemplateSection | null {
  const [source, name = ''] = what.split(/:(.*)/s)
  if (source === 'like') {
    const [template, key] = name.split('/')
    return others.find((one) => one.key === template)?.sections.find((section) => section.key === key) ?? null
  }
  const kind = sectionKinds.find((each) => each === name)
  return kind ? { key: newItemId(), kind, title: '', prompt: '', help: '', required: false } : null
}

export type CheckedDraft =
  | { ok: true; content: TemplateContent }
  | { ok: false; problems: Record<string, string[]>; messages: string[] }

/** What would be saved, or what is wrong by the name of its field, and what is wrong with the whole. */
export function checkTemplateDraft({ name, description, sections }: TemplateDraft): CheckedDraft {
  const parsed = TemplateContent.safeParse({ name, description, sections })
  if (parsed.success) return { ok: true, content: parsed.data }
  const problems: Record<string, string[]> = {}
  const messages: string[] = []
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(path, sections)
    if (field) problems[field] = [...(problems[field] ?? []), message]
    else messages.push(message)
  }
  return { ok: false, problems, messages }
}

function fieldOf(path: PropertyKey[], sections: TemplateSection[]): string | null {
  const [first, place, part] = path
  if (first !== 'sections') return first === undefined ? null : String(first)
  const section = sections[Number(place)]
  return section && (part === 'title' || part === 'prompt' || part === 'help') ? `${part}-${section.key}` : null
}
