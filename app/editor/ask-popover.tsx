import type { Editor } from '@tiptap/core'
import { Suspense } from 'react'
import type { EditorHost } from './editor-host.ts'
import { laterPart } from './later-part.ts'
import { useStore } from './use-store.ts'

const AskSurface = laterPart(() => import('./ask-surface.tsx'))

/** The one place where menus, small forms and note cards of the document open; fetched when the first one does. */
export function AskPopover({ host, editor }: { host: EditorHost; editor: Editor }) {
  const ask = useStore(host.ask)
  if (!ask) return null
  return (
    <Suspense fallback={null}>
      <AskSurface host={host} editor={editor} ask={ask} />
    </Suspense>
  )
}
