import type { Editor } from '@tiptap/core'
import AtSign from 'lucide-react/icons/at-sign'
import Columns3 from 'lucide-react/icons/columns-3'
import FileSymlink from 'lucide-react/icons/file-symlink'
import ImageIcon from 'lucide-react/icons/image'
import Minus from 'lucide-react/icons/minus'
import PanelTop from 'lucide-react/icons/panel-top'
import Rows3 from 'lucide-react/icons/rows-3'
import Table from 'lucide-react/icons/table'
import Trash2 from 'lucide-react/icons/trash-2'
import { chooseFiles } from '../files/choose-files.ts'
import { startTypeahead } from '../typeahead.ts'
import type { WritingCommand } from './writing-command.ts'

type Chain = ReturnType<Editor['chain']>

function inTable(
  given: Pick<WritingCommand, 'id' | 'label' | 'keys' | 'icon'>,
  change: (chain: Chain) => Chain,
): WritingCommand {
  return {
    ...given,
    group: 'Table',
    words: 'table',
    doors: ['caret', 'table'],
    fits: (place) => place.inTable,
    run: (editor) => change(editor.chain().focus()).run(),
  }
}

/** A table of three by three, with a line below it to go on in where there is none. */
function putTable(editor: Editor): void {
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  const { tr, selection } = editor.state
  const { $from } = selection
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type.name !== 'table') continue
    if ($from.indexAfter(depth - 1) < $from.node(depth - 1).childCount) return
    editor.view.dispatch(tr.insert($from.after(depth), editor.schema.nodes.paragraph!.create()))
    return
  }
}

/** What is put into the text where the caret is, and what can be done with a table around it. */
export const insertCommands: WritingCommand[] = [
  {
    id: 'table',
    group: 'Put in',
    label: 'Table',
    words: 'rows columns grid',
    icon: Table,
    doors: ['caret'],
    fits: (place) => !place.inTable && !place.inList,
    run: putTable,
  },
  {
    id: 'mention',
    group: 'Put in',
    label: 'Someone, a team or a service',
    words: 'mention person at',
    keys: ['@'],
    icon: AtSign,
    doors: ['caret'],
    fits: () => true,
    run: ({ view }) => startTypeahead(view, '@'),
  },
  {
    id: 'postmortem-link',
    group: 'Put in',
    label: 'Another post-mortem',
    words: 'link reference PM',
    keys: ['[['],
    icon: FileSymlink,
    doors: ['caret'],
    fits: () => true,
    run: ({ view }) => startTypeahead(view, '[['),
  },
  {
    id: 'file',
    group: 'Put in',
    label: 'Image or file',
    words: 'upload picture screenshot attachment graph',
    icon: ImageIcon,
    doors: ['caret'],
    fits: () => true,
    run: ({ view }, host) => chooseFiles(host, view, { at: view.state.selection.from }),
  },
  {
    id: 'divider',
    group: 'Put in',
    label: 'Divider',
    words: 'line rule separator',
    keys: ['---'],
    icon: Minus,
    doors: ['caret'],
    fits: (place) => !place.inTable && !place.inList,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  inTable({ id: 'row-below', label: 'Row below', keys: ['Alt', 'Shift', '↓'], icon: Rows3 }, (chain) =>
    chain.addRowAfter(),
  ),
  inTable({ id: 'row-above', label: 'Row above', keys: ['Alt', 'Shift', '↑'], icon: Rows3 }, (chain) =>
    chain.addRowBefore(),
  ),
  inTable({ id: 'column-after', label: 'Column to the right', keys: ['Alt', 'Shift', '→'], icon: Columns3 }, (chain) =>
    chain.addColumnAfter(),
  ),
  inTable({ id: 'column-before', label: 'Column to the left', keys: ['Alt', 'Shift', '←'], icon: Columns3 }, (chain) =>
    chain.addColumnBefore(),
  ),
  inTable({ id: 'header-row', label: 'Header row on or off', icon: PanelTop }, (chain) => chain.toggleHeaderRow()),
  inTable({ id: 'header-column', label: 'Header column on or off', icon: PanelTop }, (chain) =>
    chain.toggleHeaderColumn(),
  ),
  inTable({ id: 'delete-row', label: 'Delete this row', keys: ['Alt', 'Shift', 'Del'], icon: Trash2 }, (chain) =>
    chain.deleteRow(),
  ),
  inTable({ id: 'delete-column', label: 'Delete this column', keys: ['Alt', 'Shift', '⌫'], icon: Trash2 }, (chain) =>
    chain.deleteColumn(),
  ),
  inTable({ id: 'delete-table', label: 'Delete the table', icon: Trash2 }, (chain) => chain.deleteTable()),
]
