/** Raster images that a browser shows without running anything in them. SVG is none: it may hold scripts. */
const safe = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

/** Whether a file of this media type, as told from its content, may be shown in a page. */
export function isSafeImage(mediaType: string): boolean {
  return safe.has(mediaType)
}
