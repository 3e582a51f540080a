import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'

/** Moves an entry one place up or down in its list. At an end the button stays, so that the focus does too. */
export function MoveButtons({
  id,
  name,
  action,
  isFirst,
  isLast,
}: {
  id: string
  name: string
  action: string
  isFirst: boolean
  isLast: boolean
}) {
  return (
    <Form method="post" action={action} preventScrollReset className="flex gap-1">
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        variant="quiet"
        iconOnly
        name="act"
        value="up"
        aria-label={`Move ${name} up`}
        aria-disabled={isFirst || undefined}
      >
        <ArrowUp aria-hidden="true" size={16} />
      </Button>
      <Button
        type="submit"
        variant="quiet"
        iconOnly
        name="act"
        value="down"
        aria-label={`Move ${name} down`}
        aria-disabled={isLast || undefined}
      >
        <ArrowDown aria-hidden="true" size={16} />
      </Button>
    </Form>
  )
}
