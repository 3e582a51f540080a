import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'

/** One line of the list at the caret. `take` does what it stands for, after the text that called the list is gone. */
export interface TypeaheadOption {
  id: string
  label: string
  detail?: string
  icon?: ReactNode
  keys?: readonly string[]
  take: (editor: Editor) => void
}

export interface TypeaheadGroup {
  title: string
  options: TypeaheadOption[]
}

/** What a list offers now, and what it says where it offers little. */
export interface TypeaheadOffer {
  groups: TypeaheadGroup[]
  says?: string
}
