/**
 * Whether a file of this media type, as told from its content, may be shown in a page: raster images that a browser shows without
 * running anything in them. SVG is none, because it may hold scripts.
 */
export function isSafeImage(mediaType: string): boolean {
  return /^image\/(png|jpeg|gif|webp|avif)$/.test(mediaType)
}
