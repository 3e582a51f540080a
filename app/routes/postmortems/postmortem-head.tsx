import { Link } from 'react-router'

/** The head of a page about one post-mortem: where it belongs, and the way back to its text. */
export function PostmortemHead({ reference, title, page }: { reference: string; title: string; page: string }) {
  return (
    <div className="mb-6">
      <p className="meta">
        <Link
          to={`/postmortems/${reference}`}
          className="inline-flex min-h-8 items-center underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
        >
          {reference} · {title || 'Untitled'}
        </Link>
      </p>
      <h1 className="font-serif text-3xl font-semibold tracking-[-0.01em]">{page}</h1>
    </div>
  )
}
