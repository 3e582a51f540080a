import { useEffect, useState } from 'react'
import { Form, useSubmit } from 'react-router'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { clearForSignOut, type LeftBehind } from './left-behind.ts'
import { UnsentOffer } from './unsent-offer.tsx'

/** Signs out once nothing is kept on this device any more; what was not sent is shown first, and taken along or let go. */
export default function SignOutCheck({ personId }: { personId: string }) {
  const submit = useSubmit()
  const [unsent, setUnsent] = useState<LeftBehind[] | null>(null)
  const [isClosed, setClosed] = useState(false)
  useEffect(() => {
    const goOn = () => void submit({ confirmed: '1' }, { method: 'post' })
    clearForSignOut(personId).then(
      (found) => (found.length > 0 ? setUnsent(found) : goOn()),
      () => setClosed(true),
    )
  }, [personId, submit])

  if (isClosed) {
    return (
      <>
        <p role="alert" className="mb-4">
          This browser does not open what it keeps of your drafts, so it cannot be told whether all of it was sent, nor
          be removed from this device. What was not sent is sent when you open the draft here again.
        </p>
        <Form method="post" className="flex flex-wrap gap-2">
          <ButtonLink to="/" variant="primary">
            Stay signed in
          </ButtonLink>
          <Button type="submit" name="confirmed" value="1" variant="danger">
            Sign out all the same
          </Button>
        </Form>
      </>
    )
  }
  if (!unsent) return <p role="status">Looking for what is kept on this device …</p>
  return (
    <>
      <p className="mb-4">
        Signing out removes what is kept on this device. Some of what you typed has not reached the server: open the
        draft with a connection and it is sent, or take it along as a file.
      </p>
      <div className="mb-6 space-y-3">
        {unsent.map((one) => (
          <UnsentOffer key={one.reference} left={one} />
        ))}
      </div>
      <Form
        method="post"
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void Promise.all(unsent.map((one) => one.remove())).finally(() =>
            submit({ confirmed: '1' }, { method: 'post' }),
          )
        }}
      >
        <ButtonLink to="/" variant="primary">
          Stay signed in
        </ButtonLink>
        <Button type="submit" variant="danger">
          Remove it and sign out
        </Button>
      </Form>
    </>
  )
}
