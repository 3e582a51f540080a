import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** Whether browsers keep drafts that are being written, so that edits outlast a lost connection. */
export function CopiesForm({ keeps, pending }: { keeps: boolean; pending: boolean }) {
  return (
    <section className="mb-10">
      <SectionHeading>Drafts on people’s devices</SectionHeading>
      <p className="mb-3 max-w-prose">
        {keeps
          ? 'A browser keeps a draft while it is being written: without a connection, what is typed outlasts a reload and is sent later. It is removed at sign-out, and when the draft is no longer shared.'
          : 'Nothing is kept on devices: without a connection, what is typed lasts as long as its tab.'}
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="act" value="copies" />
        {!keeps && <input type="hidden" name="keeps" value="on" />}
        <Button type="submit" pending={pending}>
          {keeps ? 'Keep nothing on devices' : 'Keep drafts on devices'}
        </Button>
      </Form>
    </section>
  )
}
