import { Node } from '@tiptap/core'

/**
 * An image in the text: a file of the post-mortem by its id, never an address. `width` and `height` are those of the image
 * in pixels, so that the page keeps its place free; `alt` says what it shows.
 */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      fileId: { default: null, rendered: false },
      name: { default: '', rendered: false },
      alt: { default: '', rendered: false },
      width: { default: null, rendered: false },
      height: { default: null, rendered: false },
    }
  },
  parseHTML() {
    return [{ tag: 'img[data-file]', getAttrs: (element) => read(element as HTMLImageElement) }]
  },
  renderHTML({ node }) {
    const { fileId, name, alt, width, height } = node.attrs
    return ['img', { 'data-file': fileId, 'data-name': name, src: `/files/${fileId}`, alt, width, height }]
  },
})

/** Pasted markup is foreign input: what is no size is left out. */
function read(element: HTMLImageElement) {
  const size = (name: string) => Number.parseInt(element.getAttribute(name) ?? '', 10) || null
  return {
    fileId: element.dataset.file,
    name: element.dataset.name ?? '',
    alt: element.getAttribute('alt') ?? '',
    width: size('width'),
    height: size('height'),
  }
}
