import type { Editor } from '@tiptap/core'
import type { EditorHost } from './editor-host.ts'
import { findById, focusItem } from './item-acts.ts'
import { isEmptyNode } from './read-outline.ts'
import { takeTypingOnTheWay, typeText } from './typing-on-the-way.ts'
import { backToPlace } from './writing-place.ts'

/**
 * Puts the caret where writing goes on. An address that names a place comes first, except after a reload, when whoever writes is
 * in the midst of it.
 */
export function openWhereItWas(editor: Editor, host: EditorHost) {
  if (!backToPlace(editor, host.names.address)) openInTimeline(editor)
  goOnTyping(editor)
}

/**
 * A new draft shows its timeline at once; one that is written opens at its top, with the caret at the timeline's end. An
 * address that names an item or a section, as the points on the publish page do, opens there.
 */
function openInTimeline(editor: Editor) {
  if (!editor.isEditable) return
  const asked = location.hash.slice(1)
  if (asked && findById(editor.state.doc, asked)) {
    focusItem(editor.view, asked)
    return
  }
  const timeline = editor.state.doc.children.find(
    ({ attrs }) => attrs.kind === 'timeline' && attrs.hiddenBecause === null,
  )
  if (!timeline) return
  focusItem(editor.view, String(timeline.attrs.id), isEmptyNode(timeline))
}

/** Whoever typed on while the editor opened goes on where the text of the first box ends. */
function goOnTyping({ view }: Editor) {
  const onTheWay = takeTypingOnTheWay()
  if (!onTheWay?.text) return
  focusItem(view, onTheWay.into)
  typeText(view, onTheWay.text)
}
