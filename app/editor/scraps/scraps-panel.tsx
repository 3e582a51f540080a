import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { imagesLose, largestFile } from '#app/document/file-limits.ts'
import { type KeptScrap, longestScrap, roomForScraps } from '#app/document/scraps.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { EditorHost } from '../editor-host.ts'
import { useStore } from '../use-store.ts'
import { keepFiles, offerFile } from './offer-file.ts'
import { keepInDrawer, lookAt, makeEntry, makeEvidence, makeQuestion, putAtCaret, throwAway } from './scrap-acts.ts'
import { ScrapCard } from './scrap-card.tsx'

/** From here on the list can be searched. */
const MANY = 5

/**
 * The drawer of a draft: chats, half-thoughts, and text whose place was deleted while it was typed. Those invited see it, live; it is
 * in no version, no page and no export. One key each makes a scrap an entry, a source of the item at the caret, or a question.
 */
export default function ScrapsPanel({ host, editor }: { host: EditorHost; editor: Editor }) {
  const scraps = useStore(host.scraps)
  const [words, setWords] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const desk = { host, editor }
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = scraps
    .filter(({ text, place }) => wanted.every((word) => `${place} ${text}`.toLowerCase().includes(word)))
    .toReversed()

  /** After an act the next scrap has the focus, so that a drawer is emptied key by key. */
  function act(scrap: KeptScrap, run: (scrap: KeptScrap) => unknown) {
    const at = shown.indexOf(scrap)
    const next = shown[at + 1] ?? shown[at - 1]
    void run(scrap)
    requestAnimationFrame(() => {
      if (next) list.current?.querySelector<HTMLElement>(`[data-scrap="${next.id}"]`)?.focus()
    })
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>, scrap: KeptScrap) {
    if (event.target !== event.currentTarget) return
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
    if (undoes) {
      if (event.shiftKey) editor.commands.redo()
      else editor.commands.undo()
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const other = shown[shown.indexOf(scrap) + step]
      if (other) list.current?.querySelector<HTMLElement>(`[data-scrap="${other.id}"]`)?.focus()
      event.preventDefault()
      return
    }
    const acts: Record<string, (scrap: KeptScrap) => unknown> = {
      e: (each) => makeEntry(desk, each),
      s: (each) => makeEvidence(desk, each),
      q: (each) => makeQuestion(desk, each),
      l: (each) => lookAt(desk, each),
      Delete: (each) => throwAway(desk, each),
      Backspace: (each) => throwAway(desk, each),
    }
    const run = host.editable ? acts[event.key.length === 1 ? event.key.toLowerCase() : event.key] : undefined
    if (!run) return
    event.preventDefault()
    act(scrap, run)
  }

  return (
    <>
      <p className="meta mb-3">
        Chats, screenshots, half-thoughts, what was kept aside. Those invited see it; it is never published.
      </p>
      {host.editable && <AddScrap desk={desk} />}
      {scraps.length >= MANY && (
        <TextField
          type="search"
          name="scrap-words"
          label="Find in the scraps"
          labelHidden
          placeholder="Find in the scraps"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="mb-3"
        />
      )}
      {scraps.length > 0 && host.editable && (
        <p className="meta mb-2 pointer-coarse:hidden">
          On a scrap: <kbd>E</kbd> entry, <kbd>S</kbd> source of the item at the caret, <kbd>Q</kbd> question,{' '}
          <kbd>L</kbd> line by line, <kbd>Del</kbd> away
        </p>
      )}
      {scraps.length > 0 && shown.length === 0 && <p className="meta">Nothing here with these words.</p>}
      <ul ref={list} className="space-y-2.5">
        {shown.map((scrap) => (
          <li key={scrap.id}>
            <ScrapCard
              desk={desk}
              scrap={scrap}
              words={wanted}
              onKeyDown={(event) => onKeyDown(event, scrap)}
              onEntry={() => act(scrap, (each) => makeEntry(desk, each))}
              onEvidence={() => act(scrap, (each) => makeEvidence(desk, each))}
              onQuestion={() => act(scrap, (each) => makeQuestion(desk, each))}
              onLook={() => lookAt(desk, scrap)}
              onPut={() => putAtCaret(desk, scrap)}
              onThrowAway={() => act(scrap, (each) => throwAway(desk, each))}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function AddScrap({ desk }: { desk: { host: EditorHost; editor: Editor } }) {
  const [typed, setTyped] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const add = async () => {
    if (!typed.trim()) return
    const unkept = await keepInDrawer(desk, typed)
    // As a file it takes a moment: what was typed on meanwhile stays.
    if (unkept) desk.host.say.set(unkept)
    else setTyped((now) => (now === typed ? '' : now))
  }
  const take = (files: FileList | null) => {
    const [given, ...more] = files ?? []
    if (given) void (more.length > 0 ? keepFiles(desk.host, [given, ...more]) : offerFile(desk.host, given))
  }
  return (
    <form
      className="mb-4"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        take(event.dataTransfer.files)
      }}
    >
      <TextArea
        name="scrap"
        label="Add a scrap"
        labelHidden
        rows={2}
        placeholder="A half-thought, or paste a chat, a log, an alert"
        value={typed}
        problems={
          typed.length > roomForScraps
            ? [`The drawer holds ${roomForScraps / 1_000_000} million characters. Choose it as a file instead.`]
            : []
        }
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          // A screenshot comes as a file.
          if (event.clipboardData.files.length === 0) return
          event.preventDefault()
          take(event.clipboardData.files)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void add()
        }}
        className="mb-2 [&_textarea]:max-h-60"
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" aria-disabled={!typed.trim()}>
          Keep <kbd className="pointer-coarse:hidden">Ctrl ↵</kbd>
        </Button>
        <Button variant="quiet" onClick={() => file.current?.click()}>
          Choose files
        </Button>
        <input
          ref={file}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label="A chat, a table, an alert, a log or a screenshot"
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      <p className="meta mt-1.5">
        Text, JSON and CSV up to 12 MB, screenshots and other files up to {largestFile}. {imagesLose} A scrap holds{' '}
        {(longestScrap / 1000).toLocaleString('en')} thousand characters; what is longer is kept in parts.
      </p>
    </form>
  )
}
