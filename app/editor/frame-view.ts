import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view'
import type { AskAbout, EditorHost } from './editor-host.ts'
import { element } from './element.ts'

export interface Frame {
  dom: HTMLElement
  /** Where the rich text goes. */
  contentDOM: HTMLElement
  /** Draws what stands around the text, from the node and from what is derived; called often, so it compares first. */
  draw: (node: DocumentNode) => void
}
export interface FrameTools {
  host: EditorHost
  view: EditorView
  getPos: () => number | undefined
  /** The node as it is now. */
  current: () => DocumentNode
  /** A button that opens a menu or form about this item. */
  ask: (about: AskAbout, label: string, look?: string) => HTMLButtonElement
}

/**
 * A view of a section or an item in plain DOM: React views of a thousand entries are slow to type in. What stands around the
 * text is not editable, keeps its own events, and is redrawn when the node or what is derived from the document changes.
 */
export function frameView(host: EditorHost, build: (tools: FrameTools) => Frame): NodeViewConstructor {
  return (first, view, getPos): NodeView => {
    let node = first
    const current = () => node
    const ask: FrameTools['ask'] = (about, label, look = 'ed-chip') => {
      const button = element(
        'button',
        { type: 'button', class: look, 'data-act': about, 'aria-haspopup': 'dialog' },
        label,
      )
      if (!host.editable) button.disabled = true
      button.addEventListener('click', () => host.ask.set({ about, id: String(node.attrs.id), anchor: button }))
      return button
    }
    const { dom, contentDOM, draw } = build({ host, view, getPos, current, ask })
    draw(node)
    const redraw = () => draw(node)
    const stops = [host.outline, host.facts, host.progress].map((store) => store.subscribe(redraw))
    return {
      dom,
      contentDOM,
      update(next) {
        if (next.type !== node.type) return false
        const changed = next !== node
        node = next
        if (changed) draw(node)
        return true
      },
      stopEvent: (event) => event.target instanceof Node && !contentDOM.contains(event.target) && event.target !== dom,
      ignoreMutation: (mutation) => {
        if (mutation.type === 'selection') return !contentDOM.contains(mutation.target) && mutation.target !== dom
        // Read as an edit, what is set on the element around the text would have all of it drawn anew, and take the focus away.
        return (
          !contentDOM.contains(mutation.target) || (mutation.type === 'attributes' && mutation.target === contentDOM)
        )
      },
      destroy() {
        for (const stop of stops) stop()
      },
    }
  }
}
