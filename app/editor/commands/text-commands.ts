import type { Editor } from '@tiptap/core'
import Bold from 'lucide-react/icons/bold'
import Code from 'lucide-react/icons/code'
import Heading from 'lucide-react/icons/heading'
import Heading2 from 'lucide-react/icons/heading-2'
import Italic from 'lucide-react/icons/italic'
import List from 'lucide-react/icons/list'
import ListChecks from 'lucide-react/icons/list-checks'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Pilcrow from 'lucide-react/icons/pilcrow'
import SquareCode from 'lucide-react/icons/square-code'
import Strikethrough from 'lucide-react/icons/strikethrough'
import TextQuote from 'lucide-react/icons/text-quote'
import type { Place } from './place.ts'
import type { WritingCommand } from './writing-command.ts'

type Chain = ReturnType<Editor['chain']>

function mark(
  name: string,
  label: string,
  keys: string[],
  icon: WritingCommand['icon'],
  toggle: (chain: Chain) => Chain,
): WritingCommand {
  return {
    id: name,
    group: 'Words',
    label,
    keys,
    icon,
    doors: ['selection'],
    fits: ({ inCode }) => !inCode,
    isOn: (editor) => editor.isActive(name),
    run: (editor) => toggle(editor.chain().focus()).run(),
  }
}

const both = ['caret', 'selection'] as const

function block(
  given: Pick<WritingCommand, 'id' | 'label' | 'words' | 'keys' | 'icon'>,
  turn: (chain: Chain) => Chain,
  isOn: (editor: Editor) => boolean,
  fits: (place: Place) => boolean = () => true,
): WritingCommand {
  return { ...given, group: 'Text', doors: both, fits, isOn, run: (editor) => turn(editor.chain().focus()).run() }
}

const outsideTables = ({ inTable }: Place) => !inTable

/** Marks on words, and what a block of text can be turned into. */
export const textCommands: WritingCommand[] = [
  mark('bold', 'Bold', ['Ctrl', 'B'], Bold, (chain) => chain.toggleBold()),
  mark('italic', 'Italic', ['Ctrl', 'I'], Italic, (chain) => chain.toggleItalic()),
  mark('code', 'Code', ['Ctrl', 'E'], Code, (chain) => chain.toggleCode()),
  mark('strike', 'Strike through', ['Ctrl', 'Shift', 'S'], Strikethrough, (chain) => chain.toggleStrike()),
  block(
    { id: 'paragraph', label: 'Plain text', words: 'paragraph normal', keys: ['Ctrl', 'Alt', '0'], icon: Pilcrow },
    (chain) => chain.clearNodes(),
    (editor) =>
      editor.isActive('paragraph') && !['listItem', 'taskItem', 'blockquote'].some((name) => editor.isActive(name)),
    outsideTables,
  ),
  block(
    { id: 'heading', label: 'Heading', words: 'title h3', keys: ['Ctrl', 'Alt', '3'], icon: Heading },
    (chain) => chain.toggleHeading({ level: 3 }),
    (editor) => editor.isActive('heading', { level: 3 }),
    ({ inTable, inList }) => !inTable && !inList,
  ),
  block(
    { id: 'subheading', label: 'Small heading', words: 'title h4', keys: ['Ctrl', 'Alt', '4'], icon: Heading2 },
    (chain) => chain.toggleHeading({ level: 4 }),
    (editor) => editor.isActive('heading', { level: 4 }),
    ({ inTable, inList }) => !inTable && !inList,
  ),
  block(
    { id: 'bullet-list', label: 'List', words: 'bullets points', keys: ['Ctrl', 'Shift', '8'], icon: List },
    (chain) => chain.toggleBulletList(),
    (editor) => editor.isActive('bulletList'),
  ),
  block(
    {
      id: 'numbered-list',
      label: 'Numbered list',
      words: 'ordered steps',
      keys: ['Ctrl', 'Shift', '7'],
      icon: ListOrdered,
    },
    (chain) => chain.toggleOrderedList(),
    (editor) => editor.isActive('orderedList'),
  ),
  block(
    {
      id: 'task-list',
      label: 'Task list',
      words: 'checkbox todo check',
      keys: ['Ctrl', 'Shift', '9'],
      icon: ListChecks,
    },
    (chain) => chain.toggleTaskList(),
    (editor) => editor.isActive('taskList'),
  ),
  block(
    { id: 'quote', label: 'Quote', words: 'said verbatim', keys: ['Ctrl', 'Shift', 'B'], icon: TextQuote },
    (chain) => chain.toggleBlockquote(),
    (editor) => editor.isActive('blockquote'),
    outsideTables,
  ),
  block(
    {
      id: 'code-block',
      label: 'Code or log',
      words: 'snippet command output pre',
      keys: ['Ctrl', 'Alt', 'C'],
      icon: SquareCode,
    },
    (chain) => chain.toggleCodeBlock(),
    (editor) => editor.isActive('codeBlock'),
    ({ inTable, inList }) => !inTable && !inList,
  ),
]
