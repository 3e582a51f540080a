import { Form } from 'react-router'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** What an admin sees of a post-mortem they were not invited to: that it can be taken over, and what that means. */
export function TakeOver({ reference, problems }: { reference: string; problems?: string[] }) {
  return (
    <div className="max-w-xl">
      <h1 className="font-serif text-3xl font-semibold tracking-[-0.01em]">You are not invited to {reference}</h1>
      <p className="mt-3 text-ink-2">
        An admin reads no draft without an invitation. If nobody else can go on with it, you can take it over: you
        become its owner, the owner before stays as an editor, and everyone who is invited is shown that you did and
        why.
      </p>
      <Form method="post" className="mt-6">
        <TextField
          label="Why you take it over"
          name="because"
          maxLength={300}
          required
          problems={problems}
          placeholder="Its owner has moved on, and the changes have to be followed."
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="intent" value="take-over" variant="danger">
            Take {reference} over
          </Button>
          <ButtonLink to="/postmortems" variant="quiet">
            Not now
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}
