import { type FormEvent, useRef, useState } from 'react'
import { imagesLose, largestFile } from '#app/document/file-limits.ts'
import type { Evidence } from '#app/document/items.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { evidenceFrom } from './evidence-from.ts'
import { EvidencePiece } from './evidence-piece.tsx'
import { chooseFiles } from './files/choose-files.ts'
import { findById, setAttributes } from './item-acts.ts'
import { useStore } from './use-store.ts'

/** Where something is written: files, links and snippets with their source. One field takes a link or the text itself. */
export default function EvidenceForm({ host, view, id, done }: AskFormProps) {
  const [problems, setProblems] = useState<string[]>([])
  const [, redraw] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  // A file that arrives while this is open is in the document before it is here.
  useStore(host.outline)
  const evidenceNow = () => (findById(view.state.doc, id)?.node.attrs.evidence ?? []) as Evidence[]
  const list = evidenceNow()

  /** To what is there at that moment: what others added since this was drawn stays. */
  function write(change: (list: Evidence[]) => Evidence[]) {
    setAttributes(view, id, { evidence: change(evidenceNow()) })
    redraw((count) => count + 1)
  }
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const made = evidenceFrom(String(fields.get('what')).trim(), String(fields.get('source')).trim())
    if (!made) {
      setProblems(['Paste a link, or the text itself.'])
      return
    }
    setProblems([])
    write((now) => [...now, made])
    form.current?.reset()
  }
  return (
    <div className="w-84 max-w-full p-1">
      {list.length > 0 && (
        <ul className="mb-3 space-y-1.5">
          {list.map((piece) => (
            <EvidencePiece
              key={piece.id}
              piece={piece}
              zone={host.facts.get().zone}
              onChange={(change) =>
                write((now) => now.map((each) => (each.id === piece.id ? { ...each, ...change } : each)))
              }
              onRemove={() => write((now) => now.filter((other) => other.id !== piece.id))}
            />
          ))}
        </ul>
      )}
      <form ref={form} onSubmit={add}>
        <TextArea
          name="what"
          label="Link or text"
          hint="Paste a link, or the lines themselves."
          rows={2}
          maxLength={20_000}
          problems={problems}
          autoFocus
          required
          className="mb-3"
        />
        <TextField
          name="source"
          label="Source"
          optional
          placeholder="job log, dashboard, chat"
          maxLength={200}
          className="mb-3"
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Add
          </Button>
          <Button onClick={() => chooseFiles(host, view, { item: id, at: 0 })}>Upload a file</Button>
          <Button variant="quiet" onClick={done}>
            {list.length > 0 ? 'Done' : 'Cancel'}
          </Button>
        </div>
        <p className="meta mt-2">
          Files and images up to {largestFile}; they can be dropped or pasted on the entry too. {imagesLose}{' '}
          <a href={`/postmortems/${host.reference}/files`} className="underline underline-offset-4">
            All files of this draft
          </a>
        </p>
      </form>
    </div>
  )
}
