export interface ShownImageProps {
  fileId: string
  name: string
  alt: string
  width?: number | null
  height?: number | null
  detail?: string
  className?: string
}

/**
 * An image as a link to itself: it opens large where `openImages` hears of it, and as a file otherwise. `detail` says where it is
 * from. Its place is kept free until it is there.
 */
export function ShownImage({ fileId, name, alt, width, height, detail, className }: ShownImageProps) {
  const address = `/files/${fileId}`
  return (
    <a href={address} data-image={name} title={detail}>
      <img
        src={address}
        alt={alt || name}
        width={width ?? undefined}
        height={height ?? undefined}
        loading="lazy"
        className={className}
      />
    </a>
  )
}
