import { useState } from 'react'
import { type Pick, PickList } from './pick-list.tsx'

/** Keeps what is ticked while the list is open; each tick is written at once, by `onTick`. */
export function TickedList({
  chosen: first,
  onTick,
  ...list
}: {
  chosen: string[]
  picks: Pick[]
  empty?: string
  onTick: (id: string, isTicked: boolean) => void
}) {
  const [chosen, setChosen] = useState(first)
  return (
    <PickList
      {...list}
      label="Choose as many as fit"
      several
      chosen={chosen}
      onChange={(next, id) => {
        setChosen(next)
        onTick(id, next.includes(id))
      }}
    />
  )
}
