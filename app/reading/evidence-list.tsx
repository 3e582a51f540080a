import type { ReactNode } from 'react'
import type { Evidence } from '#app/document/items.ts'
import { isSafeImage } from '#app/document/safe-image.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { ShownImage } from './shown-image.tsx'

const isSnippet = ({ href, text }: Evidence) => !href && Boolean(text)
const isImage = ({ fileId, mediaType }: Evidence) => Boolean(fileId) && isSafeImage(mediaType)

/** A captured text is opened in its place, an image is shown; everything else is a word, or a link. */
export const isShownInPlace = (one: Evidence) => isSnippet(one) || isImage(one)

/** Where something is written: images and links as they are, snippets to open. Shows nothing where there is nothing. */
export function EvidenceList({
  evidence,
  zone,
  className,
}: {
  evidence: Evidence[]
  zone: string
  className?: string
}) {
  const shown = evidence.filter((one) => one.source || one.href || one.text || one.fileId)
  if (shown.length === 0) return null
  return (
    <ul className={`flex flex-wrap gap-1.5 ${className ?? ''}`}>
      {shown.map((one) => (
        <li key={one.id} className={`max-w-full ${isSnippet(one) ? 'basis-full' : ''}`}>
          <Piece one={one} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

function Piece({ one, zone }: { one: Evidence; zone: string }) {
  const { href, source, text, fileId, name, alt } = one
  const captured = one.capturedAt && (
    <>
      {' '}
      captured <DateTime at={one.capturedAt} zone={zone} />
    </>
  )
  if (isImage(one))
    return (
      <figure className="mt-1.5 max-w-56">
        <ShownImage
          fileId={fileId!}
          name={name}
          alt={alt}
          detail={source}
          className="max-h-28 w-auto rounded-md border border-line print:max-h-72"
        />
        <figcaption className="meta text-xs">
          {source || name}
          {captured && ','}
          {captured}
        </figcaption>
      </figure>
    )
  if (isSnippet(one))
    return (
      <details className="unfolded-in-print group/snippet">
        <summary className="inline-flex min-h-6 max-w-full items-center pointer-coarse:min-h-11">
          <Chip className="hover:text-ink">
            {source || 'snippet'}
            <span aria-hidden="true" data-no-print className="transition-transform group-open/snippet:rotate-180">
              ▾
            </span>
          </Chip>
        </summary>
        <pre className="mt-1 rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">
          {text}
        </pre>
        <p className="meta text-xs">{captured}</p>
      </details>
    )
  if (fileId)
    return (
      <Linked to={`/files/${fileId}`} also={captured}>
        {source || name}
      </Linked>
    )
  return href ? (
    <Linked to={href} also={captured}>
      {source || hostOf(href)}
    </Linked>
  ) : (
    <Chip>{source}</Chip>
  )
}

/** What can be followed; when it was captured stands beside it on paper, where nothing can. */
function Linked({ to, also, children }: { to: string; also: ReactNode; children: ReactNode }) {
  return (
    <>
      <a href={to} rel="noreferrer" className="inline-flex min-h-6 max-w-full items-center pointer-coarse:min-h-11">
        <Chip className="underline decoration-line-strong underline-offset-2 hover:text-ink">{children}</Chip>
      </a>
      <span className="meta hidden text-xs print:inline">{also}</span>
    </>
  )
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname : 'link'
}
