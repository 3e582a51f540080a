import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'

/** Writing the promise and signing it, each a form of its own: a signature stands for words that were read. */
export function PromiseForms({
  promise,
  isSigned,
  answerOf,
  pending,
}: {
  promise: string
  isSigned: boolean
  answerOf: (act: string) => FormAnswer | null | undefined
  pending: string | null
}) {
  const written = answerOf('promise')
  const signing = answerOf('sign')
  const sign = (
    <Form method="post" noValidate preventScrollReset className="mt-3 max-w-md">
      <input type="hidden" name="act" value="sign" />
      <input type="hidden" name="read" value={promise} />
      <TextField
        name="role"
        label="Role"
        hint="A role rather than a name: “Managing director”. Today’s date goes with it."
        required
        autoComplete="organization-title"
        defaultValue={signing?.typed.role}
        problems={signing?.problems.role}
      />
      <Button type="submit" variant={isSigned ? 'plain' : 'primary'} pending={pending === 'sign'}>
        Sign the promise
      </Button>
    </Form>
  )
  return (
    <div className="mb-10 space-y-2">
      {promise !== '' && (
        <Disclosure label={isSigned ? 'Sign it again' : 'Sign it'} open={!isSigned || Boolean(signing)}>
          {sign}
        </Disclosure>
      )}
      <Disclosure
        label={promise === '' ? 'Write the promise' : 'Change the words'}
        open={promise === '' || Boolean(written)}
      >
        <Form method="post" noValidate preventScrollReset className="mt-3">
          <input type="hidden" name="act" value="promise" />
          <TextArea
            name="promise"
            label="The promise"
            hint={
              isSigned
                ? 'Other words take the signature away, until they are signed as well.'
                : 'Promise what will be kept, and say what cannot be promised: a copy, a court.'
            }
            rows={8}
            defaultValue={written?.typed.promise ?? promise}
            problems={written?.problems.promise}
          />
          <Button type="submit" variant={promise === '' ? 'primary' : 'plain'} pending={pending === 'promise'}>
            Save the promise
          </Button>
        </Form>
      </Disclosure>
    </div>
  )
}
