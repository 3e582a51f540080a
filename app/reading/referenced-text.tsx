import { createContext, useContext } from 'react'
import { Link } from 'react-router'
import { splitReferences } from '#app/document/postmortem-references.ts'

/** The references in the text of the page that its reader may follow. */
export const FollowableReferences = createContext<readonly string[]>([])

/** A text in which the post-mortems it names are links, where the reader may follow them. */
export function ReferencedText({ children }: { children: string }) {
  const followable = useContext(FollowableReferences)
  return splitReferences(children, followable).map(({ at, text, to }) =>
    to ? (
      <Link
        key={at}
        to={to}
        prefetch="intent"
        className="text-accent-ink underline decoration-accent underline-offset-3"
      >
        {text}
      </Link>
    ) : (
      text
    ),
  )
}
