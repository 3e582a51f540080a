import Pencil from 'lucide-react/icons/pencil'
import X from 'lucide-react/icons/x'
import { type FormEvent, useState } from 'react'
import type { Evidence } from '#app/document/items.ts'
import { isSafeImage } from '#app/document/safe-image.ts'
import { instantOf, wallTimeAt } from '#app/document/zoned-time.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { formatBytes } from '#app/ui/format-bytes.ts'
import { formatMoment } from '#app/ui/format-moment.ts'

/** One piece of evidence: what it is and where it is from. Its source, its time and what an image shows can be changed. */
export function EvidencePiece({
  piece,
  zone,
  onChange,
  onRemove,
}: {
  piece: Evidence
  zone: string
  onChange: (change: Partial<Evidence>) => void
  onRemove: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const { kind, href, text, fileId, mediaType, capturedAt } = piece
  const isImage = fileId && isSafeImage(mediaType)
  const address = fileId ? `/files/${fileId}` : href
  const name = nameOf(piece)
  return (
    <li className="rounded-md bg-sunken px-2 py-1.5 text-sm">
      <div className="flex items-start gap-2">
        {isImage && <img src={address!} alt="" className="size-11 shrink-0 rounded border border-line object-cover" />}
        <span className="min-w-0 flex-1">
          {address ? (
            <a href={address} target="_blank" rel="noreferrer" className="wrap-anywhere underline underline-offset-2">
              {name}
            </a>
          ) : (
            <span className="font-[550]">{name}</span>
          )}
          {text && <span className="line-clamp-3 font-mono text-xs text-ink-2">{text}</span>}
          <span className="meta block text-xs">
            {[
              kind === 'file' && formatBytes(piece.bytes),
              capturedAt && `captured ${formatMoment({ at: capturedAt, zone })}`,
              isImage && !piece.alt && 'not described yet',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <Button
          variant="quiet"
          iconOnly
          aria-expanded={isOpen}
          aria-label={`Change what is said of ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Pencil aria-hidden="true" size={15} />
        </Button>
        <Button variant="quiet" iconOnly aria-label={`Remove ${name}`} onClick={onRemove}>
          <X aria-hidden="true" size={16} />
        </Button>
      </div>
      {isOpen && (
        <Details
          piece={piece}
          zone={zone}
          onSave={(change) => {
            onChange(change)
            setOpen(false)
          }}
        />
      )}
    </li>
  )
}

function Details({
  piece,
  zone,
  onSave,
}: {
  piece: Evidence
  zone: string
  onSave: (change: Partial<Evidence>) => void
}) {
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const typed = (name: string) => String(fields.get(name) ?? '').trim()
    onSave({
      source: typed('source'),
      capturedAt: instantIn(typed('captured'), zone),
      ...(fields.has('alt') ? { alt: typed('alt') } : {}),
    })
  }
  return (
    <form onSubmit={save} className="mt-2 pb-1">
      {piece.fileId && isSafeImage(piece.mediaType) && (
        <TextField
          name="alt"
          label="What does it show?"
          hint="For whoever does not see it."
          defaultValue={piece.alt}
          maxLength={500}
          autoFocus
          className="mb-2"
        />
      )}
      <TextField name="source" label="Source" optional defaultValue={piece.source} maxLength={200} className="mb-2" />
      <TextField
        name="captured"
        type="datetime-local"
        step={1}
        label="Captured"
        hint={`In ${zone}. Empty when it is not known.`}
        defaultValue={clockIn(piece.capturedAt, zone)}
        className="mb-2"
      />
      <Button type="submit">Keep</Button>
    </form>
  )
}

/** What a piece is called where it has no source. */
function nameOf({ kind, source, href, name }: Evidence): string {
  return (kind === 'file' && name) || source || href || 'snippet'
}

/** An instant as the field for date and time takes it, in the document's zone: `2026-11-28T14:03:00`. */
function clockIn(at: string | null, zone: string): string {
  if (!at) return ''
  const { year, month, day, hour, minute, second } = wallTimeAt(Date.parse(at), zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
}

function instantIn(clock: string, zone: string): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(clock)
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as number[]
  const wall = { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! }
  return new Date(instantOf(wall, zone)).toISOString()
}
