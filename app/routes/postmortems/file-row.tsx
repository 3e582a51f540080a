import FileText from 'lucide-react/icons/file-text'
import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { formatBytes } from '#app/ui/format-bytes.ts'

interface ShownFile {
  id: string
  name: string
  bytes: number
  isImage: boolean
  uploadedAt: string
  isShown: boolean
}

/** One file of a draft: what it is, whether the text shows it, and how to take it away. */
export function FileRow({ file, mayEdit }: { file: ShownFile; mayEdit: boolean }) {
  const { id, name, bytes, isImage, uploadedAt, isShown } = file
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <span className="grid size-14 shrink-0 place-items-center overflow-hidden rounded-md border border-line bg-sunken text-ink-3">
        {isImage ? (
          <img src={`/files/${id}`} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <FileText aria-hidden="true" size={20} />
        )}
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <a
          href={`/files/${id}`}
          className="inline-flex min-h-8 items-center font-[550] wrap-anywhere underline decoration-line-strong underline-offset-4 hover:decoration-ink pointer-coarse:min-h-11"
        >
          {name}
        </a>
        <p className="meta">
          {formatBytes(bytes)} · uploaded <DateTime at={uploadedAt} here /> ·{' '}
          {isShown ? 'shown in the text' : 'not in the text yet'}
        </p>
      </div>
      {mayEdit && (
        <details className="group/remove">
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-sm text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
            Remove
          </summary>
          <Form method="post" className="mt-2 max-w-64 text-sm">
            <input type="hidden" name="file" value={id} />
            <p className="mb-2 text-ink-2">
              It is gone for good{isShown ? ', also from the text and from versions that show it' : ''}. This cannot be
              undone.
            </p>
            <Button type="submit" name="intent" value="remove" variant="danger" aria-label={`Remove ${name} for good`}>
              Remove it for good
            </Button>
          </Form>
        </details>
      )}
    </li>
  )
}
