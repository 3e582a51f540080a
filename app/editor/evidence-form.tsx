import X from 'lucide-react/icons/x'
import { type FormEvent, useState } from 'react'
import { Evidence } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { setAttributes } from './item-acts.ts'

/** Where something is written: links and snippets with their source. One field takes either. */
export function EvidenceForm({ view, id, done, attributes }: AskFormProps & { attributes: Record<string, unknown> }) {
  const [list, setList] = useState(attributes.evidence as Evidence[])
  const [problems, setProblems] = useState<string[]>([])

  function write(next: Evidence[]) {
    setList(next)
    setAttributes(view, id, { evidence: next })
  }
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const what = String(fields.get('what')).trim()
    const made = evidenceFrom(what, String(fields.get('source')).trim())
    if (!made) {
      setProblems(['Paste a link that begins with https://, or the text itself.'])
      return
    }
    setProblems([])
    write([...list, made])
    form.reset()
  }
  return (
    <div className="w-80 max-w-full p-1">
      {list.length > 0 && (
        <ul className="mb-3 space-y-1.5">
          {list.map((each) => (
            <li key={each.id} className="flex items-start gap-2 rounded-md bg-sunken px-2 py-1.5 text-sm">
              <span className="min-w-0 flex-1">
                {each.href ? (
                  <a href={each.href} target="_blank" rel="noreferrer" className="underline">
                    {each.source || each.href}
                  </a>
                ) : (
                  <span className="font-[550]">{each.source || 'snippet'}</span>
                )}
                {each.text && <span className="line-clamp-3 font-mono text-xs text-ink-2">{each.text}</span>}
              </span>
              <Button
                variant="quiet"
                iconOnly
                aria-label={`Remove ${each.source || 'this source'}`}
                onClick={() => write(list.filter((other) => other.id !== each.id))}
              >
                <X aria-hidden="true" size={16} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
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
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            Add
          </Button>
          <Button variant="quiet" onClick={done}>
            {list.length > 0 ? 'Done' : 'Cancel'}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** A link when what was typed is an address, otherwise a snippet; null when it is neither. */
function evidenceFrom(what: string, source: string): Evidence | null {
  const isLink = /^[a-z][a-z0-9+.-]*:\S+$/i.test(what)
  const parsed = Evidence.safeParse({
    id: newItemId(),
    kind: isLink ? 'link' : 'snippet',
    source: source || (isLink ? hostOf(what) : ''),
    href: isLink ? what : null,
    text: isLink ? '' : what,
    capturedAt: new Date().toISOString(),
  })
  return parsed.success && what !== '' ? parsed.data : null
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}
