import { useEffect, useRef, useState } from 'react'

/** The parts of a page: groups with a heading, each with links to places on it. */
export interface ContentsGroup {
  title: string
  links: { id: string; title: string }[]
}

/** The table of contents: beside the text and staying in view, or folded above it where there is no room (below 1024). */
export function Contents({ groups }: { groups: ContentsGroup[] }) {
  const current = useInView(groups.flatMap(({ links }) => links.map(({ id }) => id)))
  const column = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const link = current && column.current?.querySelector<HTMLElement>(`[href="#${current}"]`)
    // Only the column moves: `scrollIntoView` would move the page with it.
    if (link) column.current!.scrollTop = link.offsetTop - column.current!.clientHeight / 2
  }, [current])
  const list = (
    <ul className="space-y-4">
      {groups.map(({ title, links }) => (
        <li key={title}>
          <p className="mb-1 text-xs leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase">{title}</p>
          <ul>
            {links.map((link) => (
              <li key={link.id}>
                <a
                  href={`#${link.id}`}
                  aria-current={link.id === current ? 'location' : undefined}
                  className="flex min-h-8 items-center text-sm text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-accent pointer-coarse:min-h-11"
                >
                  {link.title}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label="On this page" className="lg:h-full">
      <div ref={column} className="sticky top-5 hidden max-h-[calc(100vh-2.5rem)] overflow-y-auto lg:block">
        {list}
      </div>
      <details className="group card lg:hidden">
        <summary className="flex min-h-8 items-center gap-2 font-medium pointer-coarse:min-h-11">
          <span aria-hidden="true" className="transition-transform group-open:rotate-90">
            ›
          </span>
          On this page
        </summary>
        <div className="pt-3">{list}</div>
      </details>
    </nav>
  )
}

/** The id of the part that the reader is in: the last one whose beginning has passed the upper third of the window. */
function useInView(ids: string[]): string | undefined {
  const [current, setCurrent] = useState<string>()
  const key = ids.join(' ')
  useEffect(() => {
    const parts = key.split(' ').flatMap((id) => document.getElementById(id) ?? [])
    const look = () => setCurrent(parts.findLast((part) => part.getBoundingClientRect().top < innerHeight / 3)?.id)
    const observer = new IntersectionObserver(look, { rootMargin: '0px 0px -66% 0px' })
    for (const part of parts) observer.observe(part)
    return () => observer.disconnect()
  }, [key])
  return current
}
