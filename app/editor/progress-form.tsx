import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { ChangeProgress, EditorHost } from './editor-host.ts'

type Field = 'state' | 'dueOn' | 'trackerUrl' | 'form'
type Answer = { ok: true; progress: ChangeProgress } | { ok: false; problems: Partial<Record<Field, string[]>> }

/** Due date, tracker link and state of a change. They are rows, not text: they move after publishing, so they are posted. */
export function ProgressForm({ host, id, done }: { host: EditorHost; id: string; done: () => void }) {
  const fetcher = useFetcher<Answer>()
  const known = host.progress.get()[id]
  const problems: Partial<Record<Field, string[]>> = fetcher.data?.ok === false ? fetcher.data.problems : {}

  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data?.ok) return
    host.progress.set({ ...host.progress.get(), [id]: fetcher.data.progress })
    done()
  }, [fetcher.state, fetcher.data, host, id, done])

  return (
    <fetcher.Form method="post" className="w-80 max-w-full p-1">
      <input type="hidden" name="itemId" value={id} />
      <SelectField name="state" label="State" defaultValue={known?.state ?? 'open'} problems={problems.state} autoFocus>
        <option value="open">open</option>
        <option value="in_progress">in progress</option>
        <option value="done">done</option>
      </SelectField>
      <TextField
        name="dueOn"
        label="Due"
        type="date"
        optional
        defaultValue={known?.dueOn ?? ''}
        problems={problems.dueOn}
      />
      <TextField
        name="trackerUrl"
        label="Tracker link"
        type="url"
        optional
        placeholder="https://"
        hint="Its id is shown, such as EDGE-3311."
        defaultValue={known?.trackerUrl ?? ''}
        problems={problems.trackerUrl}
      />
      <p className="meta mb-3">These stay outside the text, so they can move after publishing.</p>
      {problems.form && <p className="mb-3 text-sm text-danger">{problems.form[0]}</p>}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={fetcher.state !== 'idle'}>
          Save
        </Button>
        <Button variant="quiet" onClick={done}>
          Cancel
        </Button>
      </div>
    </fetcher.Form>
  )
}
