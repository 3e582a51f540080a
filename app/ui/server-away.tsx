import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { patientFetch, type Unanswered } from './patient-fetch.ts'

/** Says that the server does not answer, while the page stays as it is. Part of every page: later nothing can be loaded. */
export function ServerAway() {
  const [waiting, setWaiting] = useState<Unanswered[]>([])
  useEffect(() => {
    const plain = window.fetch
    window.fetch = patientFetch(plain.bind(window), setWaiting)
    return () => {
      window.fetch = plain
    }
  }, [])
  const lastSubmit = useLastSubmit()
  const forms = waiting.filter(({ isForm }) => isForm)

  function again() {
    const { form, submitter } = lastSubmit.current ?? {}
    // The form as it is now, where it is still there: it may have been written on since.
    if (form?.isConnected) form.requestSubmit(submitter)
    else for (const each of waiting) each.again()
  }

  return (
    <div
      role="status"
      data-no-print
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-xl justify-center"
    >
      {waiting.length > 0 && (
        <div className="pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-surface px-4 py-2 text-ink shadow-card">
          <TriangleAlert aria-hidden="true" size={18} className="shrink-0 text-note" />
          <p className="min-w-0 flex-1">
            The server does not answer.{' '}
            {forms.length > 0
              ? 'What you typed is still here; it has not been sent.'
              : 'This page stays as it is, and the next one opens as soon as it does.'}
          </p>
          {forms.length > 0 && <Button onClick={again}>Send it again</Button>}
        </div>
      )}
    </div>
  )
}

/** The form that was sent last, with the button it was sent by. */
function useLastSubmit() {
  const [last] = useState<{ current: { form: HTMLFormElement; submitter: HTMLElement | null } | null }>({
    current: null,
  })
  useEffect(() => {
    const note = (event: SubmitEvent) => {
      last.current = { form: event.target as HTMLFormElement, submitter: event.submitter }
    }
    document.addEventListener('submit', note, { capture: true })
    return () => document.removeEventListener('submit', note, { capture: true })
  }, [last])
  return last
}
