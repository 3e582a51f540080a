import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { codeLanguage, codeLanguages } from '#app/document/code-languages.ts'
import type { EditorHost } from '../editor-host.ts'
import { element, put } from '../element.ts'

/** A block of code with its language, in plain DOM. The choice is the browser's own, so that every keyboard and phone has it. */
export function codeView(host: EditorHost) {
  return ({ node, view, getPos }: { node: DocumentNode; view: EditorView; getPos: () => number | undefined }) => {
    let current = node
    const language = element('select', { class: 'ed-code-language', 'aria-label': 'Language of this code' })
    const hint = element('span', { class: 'ed-code-hint' }, 'Tab indents; Esc, then Tab leaves')
    const head = element('div', { class: 'ed-code-head', contenteditable: 'false' }, language, hint)
    const contentDOM = element('code', {})
    const dom = element('div', { class: 'ed-code' }, head, element('pre', {}, contentDOM))

    language.addEventListener('change', () => {
      const pos = getPos()
      if (pos === undefined) return
      view.dispatch(view.state.tr.setNodeAttribute(pos, 'language', language.value || null))
      view.focus()
    })
    function draw() {
      const written = String(current.attrs.language ?? '')
      const known = codeLanguage(written)
      const value = known ?? written
      // What an import named and we do not know is kept, and shown as it was written.
      const options = [
        { id: '', name: 'Plain text' },
        ...codeLanguages,
        ...(written && !known ? [{ id: written, name: written }] : []),
      ]
      if (
        language.options.length !== options.length ||
        language.options[options.length - 1]!.value !== options.at(-1)!.id
      ) {
        language.replaceChildren(...options.map(({ id, name }) => element('option', { value: id }, name)))
      }
      if (language.value !== value) language.value = value
      language.disabled = !host.editable
      hint.hidden = !host.editable
      put(dom, 'data-language', value)
    }
    draw()
    return {
      dom,
      contentDOM,
      update(next: DocumentNode) {
        if (next.type !== current.type) return false
        const changed = next.attrs !== current.attrs
        current = next
        if (changed) draw()
        return true
      },
      stopEvent: (event: Event) => event.target instanceof Node && head.contains(event.target),
      ignoreMutation: (mutation: { type: string; target: Node }) => !contentDOM.contains(mutation.target),
    }
  }
}
