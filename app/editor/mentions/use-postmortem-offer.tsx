import type { Editor } from '@tiptap/core'
import FileText from 'lucide-react/icons/file-text'
import type { EditorHost } from '../editor-host.ts'
import type { OpenTypeahead } from '../typeahead.ts'
import type { TypeaheadOffer } from '../typeahead-option.ts'
import { putMention } from './put-mention.ts'
import { useAnswer } from './use-answer.ts'

interface Found {
  id: string
  reference: string
  title: string
  isDraft: boolean
}

/** Post-mortems that whoever writes may open, by number or title. */
export function usePostmortemOffer({
  host,
  open,
}: {
  host: EditorHost
  editor: Editor
  open: OpenTypeahead
}): TypeaheadOffer {
  const { answer, state } = useAnswer<{ postmortems: Found[] }>(
    `${host.names.address}?postmortems=${encodeURIComponent(open.query.trim())}`,
  )
  const options = (answer?.postmortems ?? []).map(({ id, reference, title, isDraft }) => ({
    id,
    label: `${reference} ${title}`,
    detail: isDraft ? 'a draft: others see “another post-mortem” until it is published' : undefined,
    icon: <FileText aria-hidden="true" size={16} />,
    take(editor: Editor) {
      host.names.learn('postmortem', id, { label: reference, detail: title })
      putMention(editor, 'postmortem', id)
    },
  }))
  const groups = options.length > 0 ? [{ title: 'Post-mortems', options }] : []
  if (state === 'away') return { groups, says: 'No connection: other post-mortems can be looked for when it is back.' }
  if (options.length === 0 && state === 'answered' && open.sign === '[[') {
    return { groups, says: 'None that you may open has these words.' }
  }
  return { groups }
}
