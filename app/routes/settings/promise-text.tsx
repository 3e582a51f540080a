import { DateTime } from '#app/ui/date-time.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** The promise as readers see it, with who stands behind it, or that nobody does yet. */
export function PromiseText({
  promise,
  signedBy,
  signedAt,
  zone,
}: {
  promise: string
  signedBy: string
  signedAt: string | null
  zone: string
}) {
  const paragraphs = promise.split(/\n\s*\n/).filter(Boolean)
  return (
    <section aria-labelledby="promise-heading" className="mb-8">
      <SectionHeading id="promise-heading">What post-mortems are not used for</SectionHeading>
      <div className="rounded-xl border border-line bg-surface px-5 py-4 sm:px-6">
        {paragraphs.length === 0 ? (
          <p className="text-ink-2">
            Nothing is promised yet, and pages say so. A few sentences are enough: what post-mortems will not be used
            for, how people appear in them, and what nobody can promise.
          </p>
        ) : (
          <div className="space-y-3 font-serif text-lg leading-relaxed whitespace-pre-line">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        )}
        {paragraphs.length > 0 && (
          <p className="mt-4 border-t border-line pt-3 text-ink-2">
            {signedBy && signedAt ? (
              <>
                Signed: {signedBy}, <DateTime at={signedAt} zone={zone} show="date" />
              </>
            ) : (
              'Not signed yet. Pages that show the promise say so.'
            )}
          </p>
        )}
      </div>
    </section>
  )
}
