import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface Tab {
  id: string
  label: string
  /** A number beside the label, as in "Review 3". */
  count?: number
  panel: ReactNode
}

/** Several panels in one place, one shown at a time. Arrow keys move between the tabs. */
export function Tabs({
  label,
  tabs,
  value,
  defaultValue,
  onChange,
}: {
  /** What the tabs are about, for screen readers. */
  label: string
  tabs: readonly Tab[]
  value?: string
  defaultValue?: string
  onChange?: (id: string) => void
}) {
  return (
    <Base.Root
      value={value}
      defaultValue={value === undefined ? (defaultValue ?? tabs[0]?.id) : undefined}
      onValueChange={(id: string) => onChange?.(id)}
    >
      <Base.List aria-label={label} className="mb-3.5 flex gap-0.5 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="min-h-9 shrink-0 rounded-t-md px-2.5 text-sm font-[550] text-ink-3 -outline-offset-2 hover:text-ink data-active:text-ink data-active:shadow-[inset_0_-2px_var(--accent)] pointer-coarse:min-h-11"
          >
            {tab.label}
            {tab.count !== undefined && ` ${tab.count}`}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="rounded-md">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
