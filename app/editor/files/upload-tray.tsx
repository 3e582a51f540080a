import { Button } from '#app/ui/button.tsx'
import { formatBytes } from '#app/ui/format-bytes.ts'
import type { EditorHost } from '../editor-host.ts'
import { useStore } from '../use-store.ts'
import type { Upload } from './upload.ts'

/** The files on their way: how far each is, and how to stop it or to try again. */
export default function UploadTray({ host }: { host: EditorHost }) {
  return (
    <section aria-label="Files on their way" className="ed-uploads">
      <ul className="divide-y divide-line">
        {useStore(host.uploads).map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  )
}

function Row({ upload }: { upload: Upload }) {
  const { name, bytes, sent, state, problem, again, cancel } = upload
  const isStopped = state === 'stopped' || state === 'waiting'
  return (
    <li className="px-4 py-2.5 text-sm">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-[550]">{name}</p>
        {isStopped && (
          <Button onClick={again} aria-label={`Try ${name} again`}>
            Try again
          </Button>
        )}
        <Button variant="quiet" onClick={cancel} aria-label={`Cancel ${name}`}>
          Cancel
        </Button>
      </div>
      {!isStopped && <progress aria-label={name} max={bytes} value={sent} className="ed-progress" />}
      <p role={isStopped ? 'alert' : undefined} className={isStopped ? 'text-note-ink' : 'meta'}>
        {state === 'queued' && 'Waits for the others'}
        {state === 'sending' && (sent < bytes ? `${formatBytes(sent)} of ${formatBytes(bytes)}` : 'Being stored …')}
        {state === 'waiting' && 'No connection. It is sent when it is back, as long as this page stays open.'}
        {state === 'stopped' && problem}
      </p>
    </li>
  )
}
