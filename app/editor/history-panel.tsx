import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { Link, useFetcher } from 'react-router'
import type { DocumentJson } from '#app/document/document-json.ts'
import type { Facts } from '#app/document/facts.ts'
import { restoreVersion } from '#app/document/restore/restore-version.ts'
import { Button } from '#app/ui/button.tsx'
import { CompareForm } from '#app/ui/compare-form.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { useToast } from '#app/ui/toast.tsx'
import { type ShownVersion, VersionChips } from '#app/ui/version-chips.tsx'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { historyOf, oneStep } from './one-step.ts'

/** So long after the last edit, in milliseconds, the list is asked for again. */
const AT_REST = 4000

/** What the page "History" shows, as it is asked for here. */
interface Listed {
  zone: string
  contributors: string[]
  versions: (ShownVersion & { withdrawn: boolean; changed: string })[]
  choices: ShownVersion[]
  changedSinceNewest: string
}

/** The versions of the draft beside its text: what changed in each, names, comparing, and bringing one back as a step of undo. */
export default function HistoryPanel({
  host,
  editor,
  reference,
}: {
  host: EditorHost
  editor: Editor
  reference: string
}) {
  const at = `/postmortems/${reference}/history`
  const list = useFetcher<Listed>()
  const { load } = list
  useEffect(() => {
    load(at)
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => load(at), AT_REST)
    }
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [load, at, editor])
  if (!list.data) return <p className="meta">Looking …</p>
  const { zone, contributors, versions, choices, changedSinceNewest } = list.data
  return (
    <div className="space-y-5">
      <section aria-label="As it stands now" className="rounded-lg border border-line bg-surface px-3.5 py-3">
        <p className="font-[550]">As it stands now</p>
        <p className="mt-0.5 text-sm text-ink-2 text-pretty">{changedSinceNewest}</p>
        {host.editable && <NameForm at={at} load={load} />}
      </section>
      {versions.length === 0 && (
        <p className="meta text-pretty">
          The first version is kept when writing goes on after a pause of ten minutes, or when you name one.
        </p>
      )}
      {days(versions, zone).map(({ day, rows }) => (
        <section key={day} aria-label={day}>
          <h3 className="meta mb-2 font-[550]">{day}</h3>
          <ol className="space-y-2">
            {rows.map((version) => (
              <Row key={version.id} version={version} at={at} zone={zone} host={host} editor={editor} />
            ))}
          </ol>
        </section>
      ))}
      {choices.length > 1 && (
        <section aria-label="Compare any two" className="border-t border-line pt-4">
          <CompareForm at={at} choices={choices} zone={zone} />
        </section>
      )}
      <p className="meta text-pretty">
        {contributors.length > 0 && `Written together by ${contributors.join(', ')}. `}
        <Link to={at} className="underline underline-offset-4">
          The whole history
        </Link>
      </p>
    </div>
  )
}

function NameForm({ at, load }: { at: string; load: (at: string) => void }) {
  const fetcher = useFetcher<{ problems?: string[] }>()
  const { state, data } = fetcher
  const isDone = state === 'idle' && data?.problems?.length === 0
  useEffect(() => {
    if (isDone) load(at)
  }, [isDone, load, at])
  return (
    <fetcher.Form method="post" action={at} noValidate key={isDone ? 'named' : 'open'} className="mt-2">
      <input type="hidden" name="stay" value="yes" />
      <TextField name="name" label="Name this version" maxLength={80} problems={data?.problems} className="mb-2" />
      <Button type="submit" name="intent" value="name" pending={state !== 'idle'}>
        Name it
      </Button>
    </fetcher.Form>
  )
}

function Row({
  version,
  at,
  zone,
  host,
  editor,
}: {
  version: Listed['versions'][number]
  at: string
  zone: string
  host: EditorHost
  editor: Editor
}) {
  const { id, madeAt, changed } = version
  const [isAsked, setAsked] = useState(false)
  const [isBringing, setBringing] = useState(false)
  const { show } = useToast()
  const when = formatMoment({ at: madeAt, zone }, 'time')

  const bringBack = async (keepAdded: boolean) => {
    setBringing(true)
    const answer = await fetch(`${at}/${id}/document`).catch(() => null)
    setBringing(false)
    if (!answer?.ok) {
      show({ tone: 'problem', title: 'It could not be fetched, so nothing was changed. Try again in a moment.' })
      return
    }
    const then = (await answer.json()) as { document: DocumentJson; facts: Facts }
    oneStep(editor.state, () => restoreVersion(host.shared, then, { part: 'all', keepAdded }, authorsAct))
    setAsked(false)
    const lastStep = () => historyOf(editor.state)?.undoStack.at(-1)
    const step = lastStep()
    const undo = () => {
      // The offer stands until it is closed; what was written since is not what it speaks of.
      if (lastStep() === step) editor.commands.undo()
      else show({ title: 'More was written since. Ctrl Z takes it back step by step.' })
    }
    show({ title: `It is as it was at ${when}.`, action: { label: 'Undo', onSelect: undo } })
  }

  return (
    <li className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="num text-ink-2">
          <DateTime at={madeAt} zone={zone} show="time" />
        </span>
        <VersionChips version={version} />
      </p>
      <p className="mt-1 text-sm text-pretty">{changed}</p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Link to={`${at}/${id}`} className={link}>
          Read it<span className="sr-only"> as it was at {when}</span>
        </Link>
        <Link to={`${at}/compare?from=${id}&to=now`} className={link}>
          Compare with now<span className="sr-only">, {when}</span>
        </Link>
        {host.editable && !isAsked && (
          <Button variant="quiet" className="-mx-2 px-2!" onClick={() => setAsked(true)}>
            Bring it back<span className="sr-only">, {when}</span>
          </Button>
        )}
      </p>
      {isAsked && (
        <fieldset aria-label={`Bring back what it was at ${when}`} className="mt-2 flex flex-wrap gap-2">
          <Button autoFocus pending={isBringing} onClick={() => bringBack(false)}>
            As it was
          </Button>
          <Button pending={isBringing} onClick={() => bringBack(true)}>
            And keep what came since
          </Button>
          <Button variant="quiet" onClick={() => setAsked(false)}>
            Cancel
          </Button>
        </fieldset>
      )}
    </li>
  )
}

const link =
  'inline-flex min-h-8 items-center text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11'

function days(versions: Listed['versions'], zone: string) {
  const groups: { day: string; rows: Listed['versions'] }[] = []
  for (const version of versions) {
    const day = formatMoment({ at: version.madeAt, zone }, 'date')
    const last = groups.at(-1)
    if (last?.day === day) last.rows.push(version)
    else groups.push({ day, rows: [version] })
  }
  return groups
}
