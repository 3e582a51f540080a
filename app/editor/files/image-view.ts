import type { Node as DocumentNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { EditorHost } from '../editor-host.ts'
import { element, put } from '../element.ts'

interface Given {
  node: DocumentNode
  view: EditorView
  getPos: () => number | undefined
}

/** An image in the text, with a line for what it shows. Loaded when it comes near the window; its place is kept free. */
export const imageView =
  (host: EditorHost) =>
  ({ node: first, view, getPos }: Given): NodeView => {
    let node = first
    const image = element('img', { class: 'ed-image-itself', loading: 'lazy', decoding: 'async' })
    const gone = element('p', { class: 'ed-image-gone', hidden: true }, 'This image is not here any more.')
    const open = element('button', { type: 'button', class: 'ed-chip' }, 'Open')
    const remove = element('button', { type: 'button', class: 'ed-chip ed-quiet' }, 'Remove')
    const alt = element('input', {
      class: 'ed-alt',
      'aria-label': 'What the image shows',
      placeholder: 'What does it show? For whoever does not see it',
      maxlength: '500',
    })
    const bar = element('div', { class: 'ed-image-bar' }, alt, open, remove)
    const dom = element('figure', { class: 'ed-image', contenteditable: 'false' }, image, gone, bar)

    const place = () => getPos() ?? 0
    function write() {
      if (alt.value.trim() !== node.attrs.alt) {
        view.dispatch(view.state.tr.setNodeAttribute(place(), 'alt', alt.value.trim()))
      }
    }
    function show() {
      void import('./show-images.ts').then(({ showImages }) =>
        showImages(view, String(node.attrs.fileId), host.facts.get().zone),
      )
    }
    image.addEventListener('error', () => {
      image.hidden = true
      gone.hidden = false
    })
    image.addEventListener('dblclick', show)
    open.addEventListener('click', show)
    remove.addEventListener('click', () => {
      view.dispatch(view.state.tr.delete(place(), place() + node.nodeSize))
      view.focus()
    })
    alt.addEventListener('change', write)
    alt.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') alt.value = node.attrs.alt
      if (event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      write()
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, place())))
      view.focus()
    })
    draw()
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      selectNode: () => dom.classList.add('ed-chosen'),
      deselectNode: () => dom.classList.remove('ed-chosen'),
      stopEvent: (event) => event.target instanceof Node && bar.contains(event.target),
      ignoreMutation: () => true,
    }

    function draw() {
      const { fileId, name, width, height } = node.attrs
      put(image, 'src', `/files/${fileId}`)
      put(image, 'alt', node.attrs.alt || name)
      if (width && height) {
        put(image, 'width', String(width))
        put(image, 'height', String(height))
      }
      open.setAttribute('aria-label', `Open ${node.attrs.alt || name || 'the image'}`)
      remove.setAttribute('aria-label', `Remove ${node.attrs.alt || name || 'the image'}`)
      remove.hidden = !host.editable
      alt.readOnly = !host.editable
      dom.toggleAttribute('data-undescribed', !node.attrs.alt)
      if (document.activeElement !== alt) alt.value = node.attrs.alt
    }
  }
