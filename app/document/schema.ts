import { getSchema, Node } from '@tiptap/core'
import { CodeBlock } from '@tiptap/extension-code-block'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { Image } from './blocks/image.ts'
import { itemNodes } from './blocks/items.ts'
import { Mention } from './blocks/mention.ts'
import { Section } from './blocks/section.ts'

const Postmortem = Node.create({ name: 'doc', topNode: true, content: 'section*' })

/**
 * The only list of nodes and marks: server, browser, tests and importers build their schema from it; the editor adds
 * views and behaviour to the same list. Undo is left to the shared document.
 */
export const documentExtensions = [
  Postmortem,
  Section,
  ...itemNodes,
  Mention,
  Image,
  StarterKit.configure({
    document: false,
    codeBlock: false,
    undoRedo: false,
    trailingNode: false,
    heading: { levels: [3, 4] },
    link: { openOnClick: false, defaultProtocol: 'https' },
  }),
  CodeBlock,
  TableKit,
  TaskList,
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: (task) => `Done: ${task.textContent || 'empty task'}` } }),
]

export const documentSchema = getSchema(documentExtensions)
