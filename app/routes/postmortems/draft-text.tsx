import type { DraftSection } from './draft-lines.ts'

interface Props {
  text: DraftSection[]
  title: string
  meta: string
  /** What the editor needs to open the draft while React is still on its way to it; see `open-ahead.ts`. */
  opens: string
}

/**
 * In the page itself: browsers lay a page out that gets the focus, also while its style sheets are on their way, and all the words
 * of a long draft in the browser's own type take longer than anything else before there is something to see.
 */
const drawnWhenSeen =
  '@media (min-width: 64rem) { [data-draft] p { content-visibility: auto; contain-intrinsic-size: auto 3rem } }'

/** The draft to be read: it stands where the editor will, and is the whole page without JavaScript. */
export function DraftText({ text, title, meta, opens }: Props) {
  return (
    <div
      data-draft={opens}
      className="mx-auto grid max-w-[760px] justify-center lg:max-w-[1028px] lg:grid-cols-[232px_minmax(0,760px)] lg:gap-9 xl:max-w-none xl:grid-cols-[232px_minmax(0,760px)_minmax(270px,340px)]"
    >
      <style>{drawnWhenSeen}</style>
      <div className="hidden lg:block" />
      <div className="min-w-0">
        <noscript>
          <p className="mb-5 rounded-md bg-note-soft px-4 py-3 text-note-ink">
            This is the draft as it stands, to be read. Writing in it needs JavaScript; sharing, publishing and its{' '}
            <a href="history">history</a> work without.
          </p>
        </noscript>
        <p className="meta">{meta}</p>
        <h1 className="mt-0.5 mb-8 font-serif text-[1.875rem] leading-[1.18] font-semibold tracking-[-0.015em] sm:text-[2.125rem]">
          {title || 'Untitled'}
        </h1>
        {text.map((section) => (
          <section key={section.id} className="mb-9">
            <h2 className="mb-2 font-serif text-[21px] leading-[1.3] font-semibold">{section.title}</h2>
            {section.lines.length === 0 && <p className="meta">Nothing here yet.</p>}
            {section.lines.map(({ id, lead, text: words }) => (
              <p key={id} className="mb-2 whitespace-pre-line">
                {lead && <span className="num mr-3 text-ink-2">{lead}</span>}
                {words}
              </p>
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}
