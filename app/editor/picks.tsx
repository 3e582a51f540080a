import type { entryTypes, strengths } from '#app/document/items.ts'
import { entryTypeHelp, strengthWords } from '#app/document/taxonomy.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { StrengthMeter } from '#app/ui/strength-meter.tsx'
import type { EditorHost } from './editor-host.ts'
import type { Pick } from './pick-list.tsx'
import type { Option } from './writing-options.ts'

export function typePick(type: (typeof entryTypes)[number]): Pick {
  const icon = <span aria-hidden="true" className="ed-mark" data-type={type} />
  return { id: type, label: type, detail: entryTypeHelp[type], icon }
}

export function strengthPick(strength: (typeof strengths)[number]): Pick {
  const { word, name } = strengthWords[strength]
  return { id: strength, label: word, detail: name, icon: <StrengthMeter strength={strength} word="" /> }
}

/** Without what is retired, except where it was chosen before. */
export function offered(options: readonly Option[], chosen: readonly (string | null)[]): Option[] {
  return options.filter(({ id, retired }) => !retired || chosen.includes(id))
}

export function optionPick({ id, name, help }: { id: string; name: string; help?: string }): Pick {
  return { id, label: name, detail: help }
}

export function entryPicks({ outline, facts }: EditorHost): Pick[] {
  const { zone } = facts.get()
  return [...outline.get().entries.values()].map(({ id, entry, text }) => ({
    id,
    label: formatMoment({ ...entry, zone }, 'time'),
    detail: text || 'no text yet',
  }))
}

export function textPicks(items: Map<string, { text: string }>, detail?: string): Pick[] {
  return [...items].map(([id, { text }]) => ({ id, label: text || 'no text yet', detail }))
}
