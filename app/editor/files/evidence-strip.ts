import type { Evidence } from '#app/document/items.ts'
import { isSafeImage } from '#app/document/safe-image.ts'
import { element, redraw } from '../element.ts'
import type { FrameTools } from '../frame-view.ts'

/** Small pictures of the images that are evidence of an item; each opens large. */
export function evidenceStrip({ view, host }: FrameTools): { dom: HTMLElement; draw: (evidence: Evidence[]) => void } {
  const dom = element('div', { class: 'ed-strip', contenteditable: 'false' })
  dom.hidden = true
  return {
    dom,
    draw(evidence) {
      const images = evidence.filter(({ fileId, mediaType }) => fileId && isSafeImage(mediaType))
      dom.hidden = images.length === 0
      redraw(dom, JSON.stringify(images.map(({ fileId, alt, name }) => [fileId, alt, name])), () =>
        images.map(({ fileId, alt, name }) => {
          const picture = element('img', { src: `/files/${fileId}`, alt: '', loading: 'lazy', decoding: 'async' })
          const button = element(
            'button',
            { type: 'button', class: 'ed-thumb', 'aria-label': `Open ${alt || name}` },
            picture,
          )
          button.addEventListener('click', () => {
            void import('./show-images.ts').then(({ showImages }) => showImages(view, fileId!, host.facts.get().zone))
          })
          return button
        }),
      )
    },
  }
}

/** What a piece of evidence is called on a chip. */
export function evidenceWord({ source, kind, name }: Evidence): string {
  return source || (kind === 'file' ? name : kind)
}
