import type { ReactNode } from 'react'
import { PageFrame } from '#app/ui/page-frame.tsx'

/** A page for someone who is not signed in: one heading, a few words, one form. */
export function EntryPage({
  title,
  children,
  width = 'narrow',
}: {
  title: string
  children: ReactNode
  width?: 'narrow' | 'normal'
}) {
  return (
    <PageFrame viewer={null} signIn={false}>
      <div className={`mx-auto ${width === 'narrow' ? 'max-w-md' : 'max-w-xl'}`}>
        <h1 className="mb-5 font-serif text-3xl font-medium">{title}</h1>
        {children}
      </div>
    </PageFrame>
  )
}
