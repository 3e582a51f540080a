import { useState } from 'react'
import { type Pick, PickList } from './pick-list.tsx'

/** Keeps what is ticked while the list is open; each tick is written at once. */
export function TickedList({
  chosen: first,
  onChange,
  ...list
}: {
  chosen: string[]
  picks: Pick[]
  empty?: string
  onChange: (chosen: string[]) => void
}) {
  const [chosen, setChosen] = useState(first)
  return (
    <PickList
      {...list}
      label="Choose as many as fit"
      several
      chosen={chosen}
      onChange={(next) => {
        setChosen(next)
        onChange(next)
      }}
    />
  )
}
