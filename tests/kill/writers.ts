import { type LiveEditor, openLiveEditor } from '../live-editor.ts'
import { firstLine, itemOf } from '../merging-replicas.ts'
import type { Prepared } from './prepare.ts'

export interface Writers {
  /** Keys of the edits that the server has acknowledged so far. */
  acknowledged(): string[]
  /** How many edits are sent and not acknowledged. */
  inFlight(): number
  /** Keys of everything that was typed. */
  typed(): string[]
  /** Stops typing and waits until all of it is acknowledged; false when that takes longer. */
  settle(withinMs: number): Promise<boolean>
  /** Lets the last answers arrive, then closes. */
  end(): Promise<void>
}

const items = ['entry1', 'entry2', 'entry3', 'entry4']
/** Nobody types more than this without an answer: it is more than two minutes of fast typing. */
const mostUnanswered = 2000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Three people who type without waiting for an answer, each edit with a key of its own. Resolves when all have begun. */
export async function startWriters(
  address: string,
  { postmortemId, cookies }: Prepared,
  round: string,
): Promise<Writers> {
  const typed: string[][] = cookies.map(() => [])
  const editors = cookies.map((cookie) => openLiveEditor(address, postmortemId, { cookie, origin: address }))
  let isOver = false
  await Promise.all(
    editors.map(async (editor) => {
      await editor.opened
      await editor.saved()
    }),
  )
  const before = editors.map((editor) => editor.acknowledged())
  const write = async (editor: LiveEditor, keys: string[], writer: number) => {
    while (!isOver) {
      if (editor.outstanding() > mostUnanswered) {
        await pause(10)
        continue
      }
      // A few at once, as when a line is pasted or a formatted word is typed.
      for (let left = Math.ceil(Math.random() * 4); left > 0; left--) {
        const key = `${round}.${writer}.${keys.length}`
        const line = firstLine(itemOf(editor.shared, items[Math.floor(Math.random() * items.length)]!))
        keys.push(key)
        line.insert(0, `${key} `)
      }
      await pause(Math.random() * 8)
    }
  }
  const writing = editors.map((editor, writer) => write(editor, typed[writer]!, writer))
  return {
    // In the order of sending. What was typed when the socket was gone already was never sent.
    acknowledged: () =>
      editors.flatMap((editor, writer) => typed[writer]!.slice(0, editor.acknowledged() - before[writer]!)),
    inFlight: () => editors.reduce((count, editor) => count + editor.outstanding(), 0),
    typed: () => typed.flat(),
    async settle(withinMs) {
      isOver = true
      await Promise.all(writing)
      const late = pause(withinMs).then(() => false)
      return Promise.race([Promise.all(editors.map((editor) => editor.saved())).then(() => true), late])
    },
    async end() {
      isOver = true
      await Promise.all(writing)
      for (const editor of editors) editor.close()
    },
  }
}

/** Which of these keys a fresh visitor does not find. */
export async function missing(
  address: string,
  { postmortemId, cookies }: Prepared,
  keys: Iterable<string>,
): Promise<string[]> {
  const visitor = openLiveEditor(address, postmortemId, { cookie: cookies[0]!, origin: address })
  try {
    await visitor.opened
    const found = new Set(
      visitor.shared
        .getXmlFragment('content')
        .toString()
        .match(/[a-z]+[0-9]*\.\d+\.\d+/g),
    )
    return [...keys].filter((key) => !found.has(key))
  } finally {
    visitor.close()
  }
}
