/** The address of an item, named by `what`; shown when it is reached by pointer or keyboard; on touch, always. Copied like any link. */
export function Permalink({ id, what, className }: { id: string; what: string; className?: string }) {
  return (
    <a href={`#${id}`} data-no-print aria-label={`Address of ${what}`} className={`permalink ${className ?? ''}`}>
      #
    </a>
  )
}
