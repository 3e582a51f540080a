import type { Evidence } from '#app/document/items.ts'
import { Chip } from '#app/ui/chip.tsx'

/** A captured text is opened in its place; everything else is a word, or a link. */
export const isSnippet = ({ href, text }: Evidence) => !href && Boolean(text)

/** Where something is written: links as they are, snippets to open. Shows nothing where there is nothing. */
export function EvidenceList({ evidence, className }: { evidence: Evidence[]; className?: string }) {
  const shown = evidence.filter((one) => one.source || one.href || one.text)
  if (shown.length === 0) return null
  return (
    <ul className={`flex flex-wrap gap-1.5 ${className ?? ''}`}>
      {shown.map((one) => (
        <li key={one.id} className={`max-w-full ${isSnippet(one) ? 'basis-full' : ''}`}>
          {one.href ? (
            <a
              href={one.href}
              rel="noreferrer"
              className="inline-flex min-h-6 max-w-full items-center pointer-coarse:min-h-11"
            >
              <Chip className="underline decoration-line-strong underline-offset-2 hover:text-ink">
                {one.source || hostOf(one.href)}
              </Chip>
            </a>
          ) : isSnippet(one) ? (
            <details className="unfolded-in-print group/snippet">
              <summary className="inline-flex min-h-6 max-w-full items-center pointer-coarse:min-h-11">
                <Chip className="hover:text-ink">
                  {one.source || 'snippet'}
                  <span aria-hidden="true" data-no-print className="transition-transform group-open/snippet:rotate-180">
                    ▾
                  </span>
                </Chip>
              </summary>
              <pre className="mt-1 rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">
                {one.text}
              </pre>
            </details>
          ) : (
            <Chip>{one.source}</Chip>
          )}
        </li>
      ))}
    </ul>
  )
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname : 'link'
}
