import { Chip } from './chip.tsx'

/** A version as a list of them shows it. */
export interface ShownVersion {
  id: string
  number: number | null
  name: string
  /** To the minute, ISO 8601. */
  madeAt: string
}

/** Its name and its number, where it has one. */
export function VersionChips({
  version,
}: {
  version: Pick<ShownVersion, 'number' | 'name'> & { withdrawn?: boolean }
}) {
  const { number, name, withdrawn } = version
  return (
    <>
      {name && <Chip tone="info">{name}</Chip>}
      {number !== null && (
        <Chip tone="accent">{`Version ${number}, ${withdrawn ? 'taken back since' : 'published'}`}</Chip>
      )}
    </>
  )
}
