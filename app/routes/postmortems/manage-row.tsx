import type { ReactNode } from 'react'

/** One thing that can be done with a post-mortem, and what it means. */
export function ManageRow({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-[550]">{title}</h2>
        {detail && <p className="text-sm text-ink-3">{detail}</p>}
      </div>
      {children}
    </section>
  )
}
