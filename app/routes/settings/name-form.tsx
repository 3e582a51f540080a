import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'

/** The name of the organisation, as it stands on requests, pages and exports. */
export function NameForm({ name, answer, pending }: { name: string; answer?: FormAnswer | null; pending: boolean }) {
  return (
    <Form method="post" noValidate preventScrollReset className="mb-10 max-w-md">
      <input type="hidden" name="act" value="name" />
      <TextField
        name="name"
        label="Name"
        required
        autoComplete="organization"
        defaultValue={answer?.typed.name ?? name}
        problems={answer?.problems.name}
      />
      <Button type="submit" pending={pending}>
        Save the name
      </Button>
    </Form>
  )
}
