import type { Editor } from '@tiptap/core'
import { Suspense, useRef } from 'react'
import type { EditorHost } from './editor-host.ts'
import { FindWaiting } from './find/find-waiting.tsx'
import { laterPart } from './later-part.ts'
import { useSelected } from './use-selected.ts'
import { useStore } from './use-store.ts'

const TypeaheadList = laterPart(() => import('./typeahead-list.tsx'))
const FindBar = laterPart(() => import('./find/find-bar.tsx'))
const TableToolbar = laterPart(() => import('./table-toolbar.tsx'))
const SelectionToolbar = laterPart(() => import('./selection-toolbar.tsx'))

/** What opens over the text while someone writes. Each part is fetched when it is first needed. */
export function WritingTools({ host, editor }: { host: EditorHost; editor: Editor }) {
  const open = useStore(host.typeahead.open)
  const finding = useStore(host.finding)
  const selected = useSelected(editor)
  const begun = useRef<string | null>(null)
  return (
    <>
      {finding && (
        <Suspense fallback={<FindWaiting host={host} editor={editor} begun={begun} />}>
          <FindBar host={host} editor={editor} begun={begun} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {open && <TypeaheadList host={host} editor={editor} open={open} />}
        {selected === 'words' && <SelectionToolbar host={host} editor={editor} />}
        {selected === 'table' && !open && <TableToolbar host={host} editor={editor} />}
      </Suspense>
    </>
  )
}
