import type { SectionDifference } from '#app/document/template-difference.ts'

/** What one version of a template has that another has not, a line for each. */
export function TemplateDifferenceList({ difference }: { difference: SectionDifference[] }) {
  if (difference.length === 0) return <p className="text-ink-2">The sections are the same.</p>
  return (
    <ul className="space-y-1.5">
      {difference.map((one) => (
        <li key={`${one.what} ${one.title}`} className="max-w-prose">
          {inWords(one)}
        </li>
      ))}
    </ul>
  )
}

function inWords(one: SectionDifference) {
  const title = <b className="font-[550]">{one.title}</b>
  switch (one.what) {
    case 'added':
      return (
        <>
          {title} is new, as number {one.place}.
        </>
      )
    case 'taken-out':
      return <>{title} is taken out.</>
    case 'moved':
      return (
        <>
          {title} {one.below === null ? 'moved to the top' : `stands below “${one.below}” now`}.
        </>
      )
    case 'renamed':
      return (
        <>
          {title} was called “{one.before}”.
        </>
      )
    case 'kind':
      return (
        <>
          {title} holds {one.after}; it held {one.before}.
        </>
      )
    case 'required':
      return (
        <>
          {title} is {one.required ? 'required' : 'optional'} now.
        </>
      )
    case 'prompt':
    case 'help':
      return (
        <>
          {title}, {one.what === 'prompt' ? 'question' : 'help'}: <Words before={one.before} after={one.after} />
        </>
      )
  }
}

function Words({ before, after }: { before: string; after: string }) {
  return (
    <>
      {before && <del className="text-ink-3">{before}</del>} {after && <ins className="no-underline">{after}</ins>}
      {!after && ' (empty now)'}
    </>
  )
}
