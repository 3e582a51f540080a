import { StrengthMeter } from '#app/ui/strength-meter.tsx'
import { Permalink } from './permalink.tsx'
import { ReferencedText } from './referenced-text.tsx'
import { RichText } from './rich-text.tsx'
import type { ShownChange } from './shown-change.ts'

/** A change with what it needs of people, who owns it and where it stands today; `again` where it was told above. */
export function ChangeText({ change, again = false }: { change: ShownChange; again?: boolean }) {
  const { standing, needs, tracker, decided, didItHelp } = change
  const { because, mayMakeHarder, strength } = change.attributes
  if (again) {
    return (
      <>
        <RichText blocks={change.body} size="item" />
        <p className="meta mt-1">
          <a href={`#${change.id}`} className="underline decoration-line-strong underline-offset-4 hover:text-ink">
            The same change as above
          </a>
        </p>
      </>
    )
  }
  return (
    <>
      <p className="meta mb-1 flex flex-wrap items-baseline gap-x-3">
        <span>{standing}</span>
        {strength && <StrengthMeter strength={strength} word={needs!} />}
        {tracker && (
          <a
            href={tracker.href}
            rel="noreferrer"
            className="underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            {tracker.name}
          </a>
        )}
        <Permalink id={change.id} what="this change" className="ml-auto" />
      </p>
      <RichText blocks={change.body} size="item" />
      {decided && (
        <p className="mt-1.5 text-ink-2">
          <b className="font-semibold">{decided}</b> <ReferencedText>{because}</ReferencedText>
        </p>
      )}
      {mayMakeHarder && <Afterthought term="May make harder:" text={mayMakeHarder} />}
      {didItHelp && <Afterthought term="Did it help?" text={didItHelp} />}
    </>
  )
}

function Afterthought({ term, text }: { term: string; text: string }) {
  return (
    <p className="mt-1.5 text-sm text-ink-2">
      <b className="font-semibold">{term}</b> <ReferencedText>{text}</ReferencedText>
    </p>
  )
}
