import { Chip } from '#app/ui/chip.tsx'

/** A severity; one that is not set yet says nothing here. */
export function SeverityChip({ name }: { name: string | null }) {
  if (!name) return null
  return <Chip tone={name === 'SEV-1' ? 'danger' : 'neutral'}>{name}</Chip>
}
