import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { type ItemKind, itemKinds } from '#app/document/items.ts'
import { documentExtensions } from '#app/document/schema.ts'
import { contentOf } from '#app/document/shared-document.ts'
import { cardView } from './card-view.ts'
import { CaretItem } from './caret-item.ts'
import { CaretStays } from './caret-stays.ts'
import { CodeHighlights } from './code/code-highlights.ts'
import { CodeKeys } from './code/code-keys.ts'
import { codeView } from './code/code-view.ts'
import { DrawOnce } from './draw-once.ts'
import { DrawWhatIsNear } from './draw-what-is-near.ts'
import type { EditorHost } from './editor-host.ts'
import { EntryKeys } from './entry-keys.ts'
import { entryView } from './entry-view.ts'
import { FileArrivals } from './files/file-arrivals.ts'
import { imageView } from './files/image-view.ts'
import { HeldPlaces } from './held-places.ts'
import { createHistory, WholeHistory } from './history.ts'
import { ItemKeys } from './item-keys.ts'
import { KeepStructure } from './keep-structure.ts'
import { KeepWhatStands } from './keep-what-stands.ts'
import type { LiveDocument } from './live-document.ts'
import { mentionView } from './mentions/mention-view.ts'
import { newsOfOthers } from './news-of-others.ts'
import { NoteKeys } from './note-keys.ts'
import { Paste } from './paste.ts'
import { OfferScraps } from './scraps/offer-scraps.ts'
import { SectionKeys } from './section-keys.ts'
import { sectionView } from './section-view.ts'
import { TableKeys } from './table-keys.ts'
import { TimeAtStart } from './time-at-start.ts'
import { ToolKeys } from './tool-keys.ts'
import { TypeaheadKeys } from './typeahead.ts'
import { WordingCheck } from './wording-check.ts'
import { WritingKeys } from './writing-keys.ts'

/** The document's own list of nodes and marks, with views, behaviour and what is shared with others. */
export function editorExtensions(host: EditorHost, live: Pick<LiveDocument, 'provider'>): Extensions {
  const carets = { awareness: newsOfOthers(live.provider.awareness) }
  return [
    ...documentExtensions.map((extension) => withView(extension, host)),
    Collaboration.configure({
      fragment: contentOf(host.shared),
      yUndoOptions: { undoManager: createHistory(host.shared) },
    }),
    WholeHistory.configure({ host }),
    CollaborationCaret.configure({ provider: carets, render: drawCaret, user: ownUser(live) }),
    KeepStructure,
    KeepWhatStands,
    CaretItem,
    CaretStays,
    DrawOnce,
    DrawWhatIsNear,
    ItemKeys.configure({ host }),
    EntryKeys.configure({ host }),
    SectionKeys.configure({ host }),
    WritingKeys.configure({ host }),
    TimeAtStart.configure({ host }),
    OfferScraps.configure({ host }),
    HeldPlaces,
    Paste.configure({ host }),
    FileArrivals.configure({ host }),
    NoteKeys.configure({ host }),
    WordingCheck.configure({ host }),
    TypeaheadKeys.configure({ host }),
    ToolKeys.configure({ host }),
    CodeKeys,
    CodeHighlights,
    TableKeys,
  ]
}

function withView(extension: Extensions[number], host: EditorHost): Extensions[number] {
  if (extension.type !== 'node') return extension
  if (extension.name === 'section') return extension.extend({ addNodeView: () => nodeView(sectionView(host)) })
  if (extension.name === 'codeBlock') return extension.extend({ addNodeView: () => codeView(host) })
  if (extension.name === 'image') return extension.extend({ addNodeView: () => imageView(host) })
  if (extension.name === 'mention') return extension.extend({ addNodeView: () => mentionView(host) })
  if (!itemKinds.includes(extension.name as ItemKind)) return extension
  const kind = extension.name as ItemKind
  const view = kind === 'timelineEntry' ? entryView(host) : cardView(host, kind)
  return extension.extend({ addNodeView: () => nodeView(view) })
}

/** TipTap hands one object to a view, ProseMirror three. */
function nodeView(view: ReturnType<typeof sectionView>) {
  return (props: {
    node: Parameters<typeof view>[0]
    view: Parameters<typeof view>[1]
    getPos: () => number | undefined
  }) => view(props.node, props.view, props.getPos, [], { eq: () => true } as never)
}

function ownUser({ provider }: Pick<LiveDocument, 'provider'>) {
  return (provider.awareness.getLocalState()?.user ?? {}) as Record<string, unknown>
}

function drawCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'ed-caret'
  caret.dataset.person = String(user.id)
  caret.style.borderColor = String(user.color)
  const label = document.createElement('span')
  label.className = 'ed-caret-name'
  label.style.backgroundColor = String(user.color)
  label.textContent = String(user.name ?? 'Someone')
  caret.append(label)
  return caret
}
