import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'
import type { EditorHost } from '../editor-host.ts'
import type { Place } from './place.ts'

/** `caret`: offered by `/`; `selection`: by the bar over selected words; `table`: by the bar under a table. */
export type Door = 'caret' | 'selection' | 'table'
export type CommandGroup = 'Here' | 'Words' | 'Text' | 'Put in' | 'Table'

/** Something that can be done with the text: from the list that `/` opens, from the toolbar of a selection, or by key. */
export interface WritingCommand {
  id: string
  group: CommandGroup
  label: string
  /** Other words it is found by. */
  words?: string
  /** As the sheet of keys writes them. */
  keys?: readonly string[]
  icon: LucideIcon
  doors: readonly Door[]
  fits: (place: Place) => boolean
  /** Whether what is selected has it already. */
  isOn?: (editor: Editor) => boolean
  run: (editor: Editor, host: EditorHost) => void
}
