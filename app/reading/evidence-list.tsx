import type { Evidence } from '#app/document/items.ts'
import { Chip } from '#app/ui/chip.tsx'

/** Where something is written: links as they are, snippets to open. Shows nothing where there is nothing. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const shown = evidence.filter((one) => one.source || one.href || one.text)
  if (shown.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-1.5 sm:mt-0 sm:max-w-44 sm:justify-end">
      {shown.map(({ id, href, source, text }) => (
        <li key={id} className="max-w-full">
          {href ? (
            <a
              href={href}
              rel="noreferrer"
              className="inline-flex min-h-6 max-w-full items-center pointer-coarse:min-h-11"
            >
              <Chip className="underline decoration-line-strong underline-offset-2">{source || hostOf(href)}</Chip>
            </a>
          ) : text ? (
            <details className="max-w-full">
              <summary className="inline-flex min-h-6 cursor-pointer list-none items-center pointer-coarse:min-h-11">
                <Chip>
                  {source || 'snippet'} <span aria-hidden="true">▾</span>
                </Chip>
              </summary>
              <pre className="mt-1 max-w-[min(70vw,28rem)] overflow-x-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs whitespace-pre-wrap">
                {text}
              </pre>
            </details>
          ) : (
            <Chip>{source}</Chip>
          )}
        </li>
      ))}
    </ul>
  )
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname : 'link'
}
