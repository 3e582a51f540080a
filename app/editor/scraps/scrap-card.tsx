import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isSafeImage } from '#app/document/safe-image.ts'
import { type KeptScrap, longestScrap } from '#app/document/scraps.ts'
import type { ScrapFile } from '#app/document/shared-document.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { formatBytes } from '#app/ui/format-bytes.ts'
import type { EditorHost } from '../editor-host.ts'
import { rewrite } from './scrap-acts.ts'

/** So much of a scrap is shown while it is folded, and at most when it is open, in characters: two hundred thousand are no card. */
const FOLDED = 400
const OPEN = 20_000

/** One scrap with what may be made of it. It has the focus as a whole, so that one key is enough. */
export function ScrapCard({
  desk,
  scrap,
  words,
  onKeyDown,
  onEntry,
  onEvidence,
  onQuestion,
  onLook,
  onPut,
  onThrowAway,
}: {
  desk: { host: EditorHost; editor: Editor }
  scrap: KeptScrap
  /** What is looked for, in small letters: the card shows where it stands. */
  words: readonly string[]
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onEntry: () => void
  onEvidence: () => void
  onQuestion: () => void
  onLook: () => void
  onPut: () => void
  onThrowAway: () => void
}) {
  const { host } = desk
  const [open, setOpen] = useState(false)
  const [editing, setEditing] = useState(false)
  const from = words.length > 0 ? Math.max(0, scrap.text.toLowerCase().indexOf(words[0]!) - 80) : 0
  const shown = scrap.text.slice(from, from + (open ? OPEN : FOLDED))
  const isCut = from + shown.length < scrap.text.length
  const name = `${kindWord(scrap)}: ${scrap.text.slice(0, 60)}`
  return (
    <article
      data-scrap={scrap.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one key each makes something of it
      tabIndex={0}
      aria-label={name}
      onKeyDown={onKeyDown}
      className="rounded-lg border border-line bg-surface px-3.5 py-2.5"
    >
      <p className="meta mb-1">
        {kindWord(scrap)}
        {scrap.at && (
          <>
            {' · '}
            <DateTime at={toMinute(scrap.at)} zone={host.facts.get().zone} />
          </>
        )}
      </p>
      {editing ? (
        <EditScrap desk={desk} scrap={scrap} onDone={() => setEditing(false)} />
      ) : (
        <p className={`break-words whitespace-pre-wrap ${open ? '' : 'line-clamp-8'}`}>
          {scrap.file && <FileShown file={scrap.file} />}
          {!scrap.file && from > 0 && '… '}
          {!scrap.file && shown}
          {isCut && ' …'}
        </p>
      )}
      {!editing && !scrap.file && (isCut || open || isTall(shown)) && (
        <Button variant="quiet" className="-ml-3 text-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show more of ${size(scrap.text.length)}`}
        </Button>
      )}
      {host.editable && !editing && (
        <p className="mt-1.5 -ml-1.5 flex flex-wrap text-sm">
          {scrap.kind === 'kept-aside' && <Act onClick={onPut}>Put it where the caret is</Act>}
          <Act onClick={onEntry}>Entry</Act>
          <Act onClick={onEvidence}>Source</Act>
          <Act onClick={onQuestion}>Question</Act>
          <Act onClick={onLook}>Line by line</Act>
          {!scrap.file && scrap.text.length <= OPEN && <Act onClick={() => setEditing(true)}>Change</Act>}
          <Act onClick={onThrowAway}>Throw away</Act>
        </p>
      )}
    </article>
  )
}

function Act({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button variant="quiet" className="px-1.5! text-sm" onClick={onClick}>
      {children}
    </Button>
  )
}

function EditScrap({
  desk,
  scrap,
  onDone,
}: {
  desk: { host: EditorHost; editor: Editor }
  scrap: KeptScrap
  onDone: () => void
}) {
  const [text, setText] = useState(scrap.text)
  const [before] = useState(scrap)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        rewrite(desk, before, text)
        onDone()
      }}
    >
      <TextArea
        name="text"
        label="Text of the scrap"
        labelHidden
        rows={3}
        maxLength={longestScrap}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="mb-2"
      />
      <div className="flex gap-2">
        <Button type="submit">Keep</Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function kindWord({ kind, format, place }: KeptScrap): string {
  if (kind === 'kept-aside') return `Kept aside${place ? `: ${place}` : ''}`
  if (kind === 'file') return 'File'
  if (kind === 'thought') return place || 'Half-thought'
  const source = Object.entries(sourceWords).find(([known]) => known === format)?.[1].source ?? 'Source'
  return place || source.charAt(0).toUpperCase() + source.slice(1)
}

function FileShown({ file }: { file: ScrapFile }) {
  const address = `/files/${file.id}`
  if (isSafeImage(file.mediaType)) {
    return (
      <a href={address} target="_blank" rel="noreferrer">
        <img
          src={address}
          alt={file.name}
          loading="lazy"
          className="max-h-44 max-w-full rounded-md border border-line"
        />
      </a>
    )
  }
  return (
    <a href={`${address}?download`} className="underline">
      {file.name} ({formatBytes(file.bytes)})
    </a>
  )
}

/** More lines than a folded card shows. */
function isTall(text: string): boolean {
  return text.split('\n').length > 8
}

function toMinute(at: string): string {
  return at.replace(/:\d{2}\.\d+Z$/, ':00.000Z')
}

function size(characters: number): string {
  return characters < 1000 ? `${characters} characters` : `${Math.round(characters / 1000)} thousand characters`
}
