import { Suspense, useEffect } from 'react'
import { laterPart } from '#app/editor/later-part.ts'
import type { EditorHost } from '../editor-host.ts'
import { usePart } from '../use-store.ts'

const UploadTray = laterPart(() => import('./upload-tray.tsx'))
/** So long after the page opened, in milliseconds, what takes files is fetched, for when there is no connection. */
const SETTLED = 8000

/** What is on its way, while something is. Leaving the page then asks first. */
export function Uploads({ host }: { host: EditorHost }) {
  const isBusy = usePart(host.uploads, (uploads) => uploads.length > 0)
  useEffect(() => {
    const fetchAhead = () => import('./add-files.ts').catch(() => undefined)
    const timer = setTimeout(fetchAhead, SETTLED)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isBusy])
  return (
    isBusy && (
      <Suspense>
        <UploadTray host={host} />
      </Suspense>
    )
  )
}
