import { ButtonLink } from '#app/ui/button.tsx'

/** Opens an entry of a list for changes, in its place. */
export function EditLink({ id, name }: { id: string; name: string }) {
  return (
    <ButtonLink to={`?edit=${encodeURIComponent(id)}`} preventScrollReset aria-label={`Edit ${name}`}>
      Edit
    </ButtonLink>
  )
}
