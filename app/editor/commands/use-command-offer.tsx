import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import type { EditorHost } from '../editor-host.ts'
import type { OpenTypeahead } from '../typeahead.ts'
import type { TypeaheadGroup, TypeaheadOffer } from '../typeahead-option.ts'
import { commandsFor, matchCommands } from './all-commands.ts'
import { placeOf } from './place.ts'

/** The commands that fit where the caret is and what was typed after `/`. */
export function useCommandOffer({
  host,
  editor,
  open,
}: {
  host: EditorHost
  editor: Editor
  open: OpenTypeahead
}): TypeaheadOffer {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret stays in one place while the list is open
  const fitting = useMemo(() => commandsFor('caret', placeOf(editor.state)), [editor, open.from])
  const groups: TypeaheadGroup[] = []
  for (const { id, group, label, keys, icon: Icon, run } of matchCommands(fitting, open.query)) {
    const found = groups.find(({ title }) => title === group) ?? { title: group, options: [] }
    if (found.options.length === 0) groups.push(found)
    found.options.push({ id, label, keys, icon: <Icon aria-hidden="true" size={16} />, take: () => run(editor, host) })
  }
  return { groups }
}
