import styles from './lightbox.css?inline'

/** An image to look at: `alt` says what it shows, `detail` where it is from. */
export interface LightboxImage {
  src: string
  alt: string
  name: string
  detail?: string
}

/** Steps of zooming, as multiples of the size that fits the window; 1 is that size. */
const zooms = [1, 1.5, 2, 3, 5, 8]

/**
 * Shows images over the page, the one at `start` first. By keyboard: the arrows go on and back, + and − zoom, 0 fits it again,
 * Esc closes; then the focus is where it was. Plain DOM: reading pages load it when an image is opened, and not before.
 */
export function openLightbox(images: readonly LightboxImage[], start: number): void {
  const dialog = make('dialog', 'lightbox')
  const title = make('p', 'lightbox-title')
  title.setAttribute('aria-live', 'polite')
  const detail = make('p', 'lightbox-detail')
  const download = make('a', 'lightbox-act', 'Download')
  const larger = button('Zoom in', '+')
  const smaller = button('Zoom out', '−')
  const close = button('Close', '✕')
  const back = button('Image before', '‹', 'lightbox-step lightbox-back')
  const next = button('Next image', '›', 'lightbox-step lightbox-next')
  const stage = make('div', 'lightbox-stage')
  const image = make('img', 'lightbox-image')
  // What is larger than the window is scrolled by keyboard too.
  stage.tabIndex = 0
  stage.append(image)
  const words = make('div', 'lightbox-words')
  words.append(title, detail)
  const acts = make('div', 'lightbox-acts')
  acts.append(smaller, larger, download, close)
  const head = make('div', 'lightbox-head')
  head.append(words, acts)
  // Brought along by the dialog: a page that may open it needs to know of no style sheet.
  dialog.append(make('style', '', styles), head, back, stage, next)
  dialog.setAttribute('aria-label', 'Image')

  let at = start
  let zoom = 0

  function show(place: number) {
    at = (place + images.length) % images.length
    const { src, alt, name, detail: from } = images[at]!
    image.src = src
    image.alt = alt
    title.textContent = alt || name
    const count = images.length > 1 ? `${at + 1} of ${images.length}` : ''
    detail.textContent = [count, alt ? name : '', from].filter(Boolean).join(' · ')
    download.href = `${src}?download`
    setZoom(0)
  }
  function setZoom(step: number) {
    zoom = Math.max(0, Math.min(zooms.length - 1, step))
    stage.style.setProperty('--zoom', String(zooms[zoom]))
    stage.toggleAttribute('data-zoomed', zoom > 0)
    larger.disabled = zoom === zooms.length - 1
    smaller.disabled = zoom === 0
  }
  const keys: Record<string, () => void> = {
    ArrowLeft: () => show(at - 1),
    ArrowRight: () => show(at + 1),
    Home: () => show(0),
    End: () => show(images.length - 1),
    '+': () => setZoom(zoom + 1),
    '=': () => setZoom(zoom + 1),
    '-': () => setZoom(zoom - 1),
    '0': () => setZoom(0),
  }
  dialog.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    // The arrows move what is zoomed, where its stage has the focus.
    const scrolls = zoom > 0 && document.activeElement === stage && /^(Arrow|Home|End)/.test(event.key)
    // The page below has keys of its own.
    event.stopPropagation()
    if (!act || scrolls || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
  back.addEventListener('click', () => show(at - 1))
  next.addEventListener('click', () => show(at + 1))
  larger.addEventListener('click', () => setZoom(zoom + 1))
  smaller.addEventListener('click', () => setZoom(zoom - 1))
  image.addEventListener('click', () => setZoom(zoom > 0 ? 0 : 2))
  close.addEventListener('click', () => dialog.close())
  stage.addEventListener('click', (event) => event.target === stage && dialog.close())
  dialog.addEventListener('close', () => dialog.remove())

  back.hidden = next.hidden = images.length < 2
  show(start)
  document.body.append(dialog)
  dialog.showModal()
  close.focus()
}

/** Shows the images that a page links to, beginning with `first`: each link has `data-image` and holds its image. */
export function openLinkedImages(first: Element): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-image]')]
  const images = links.map((link) => ({
    src: link.getAttribute('href')!,
    alt: link.querySelector('img')?.alt ?? '',
    name: link.dataset.image!,
    detail: link.title,
  }))
  openLightbox(images, links.indexOf(first as HTMLAnchorElement))
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

function button(label: string, sign: string, className = 'lightbox-act'): HTMLButtonElement {
  const made = make('button', className, sign)
  made.type = 'button'
  made.setAttribute('aria-label', label)
  made.title = label
  return made
}
