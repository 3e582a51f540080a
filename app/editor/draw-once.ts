import { Extension } from '@tiptap/core'

/**
 * Keeps the views of nodes that were made when the text was first drawn: on its way into the page TipTap has all of them
 * made a second time, for editors whose views are React's. From then on views are made anew when they are asked for.
 */
export const DrawOnce = Extension.create({
  name: 'drawOnce',
  onBeforeCreate() {
    this.editor.createNodeViews = () => {}
  },
  onCreate() {
    Reflect.deleteProperty(this.editor, 'createNodeViews')
  },
})
