import type { PgliteClient } from './pglite-client.ts'

/** How many places are taken from the sequence of the log at once. Those that a process does not use are left out. */
const block = 10_000

/**
 * Hands out places in the log of the embedded database without asking it each time. They come from the sequence of the log
 * table, which also numbers what is logged in a transaction with something else, as the first state of a new document is: so
 * before the first edit of a document its own latest place is looked up, and every edit gets a higher one.
 */
export class PlacesInLog {
  readonly #client: Pick<PgliteClient, 'query' | 'enterUpdates'>
  readonly #known = new Set<string>()
  #next = 1
  #end = 0

  constructor(client: Pick<PgliteClient, 'query' | 'enterUpdates'>) {
    this.#client = client
  }

  /** One place for each id, growing. Throws when there is no such post-mortem. */
  async take(postmortemIds: readonly string[]): Promise<number[]> {
    const unknown = [...new Set(postmortemIds)].filter((id) => !this.#known.has(id))
    const latest = unknown.length > 0 ? await this.#latestOf(unknown) : 0
    if (latest >= this.#next || this.#next + postmortemIds.length - 1 > this.#end)
      await this.#reserve(postmortemIds.length)
    for (const id of unknown) this.#known.add(id)
    return postmortemIds.map(() => this.#next++)
  }

  async #latestOf(ids: string[]): Promise<number> {
    const { rows } = await this.#client.query(
      `select greatest(
         (select max(seq) from document_updates where postmortem_id = postmortems.id),
         (select seq from document_snapshots where postmortem_id = postmortems.id)
       )::text as latest from postmortems where id = any($1)`,
      [ids],
    )
    // What an edit stands on, a document that was just created, is on the disk before the edit is: nothing else would bring it there
    // in time.
    await this.#client.enterUpdates([])
    if (rows.length < ids.length) throw new Error(`There is no post-mortem with one of these ids: ${ids.join(', ')}.`)
    return Math.max(...(rows as { latest: string | null }[]).map(({ latest }) => Number(latest)))
  }

  /** Never a place that was given before, also where the sequence itself was not on the disk yet when the power went. */
  async #reserve(atLeast: number): Promise<void> {
    const size = Math.max(block, atLeast)
    const { rows } = await this.#client.query(
      `select setval('document_updates_seq_seq', $1 + greatest(
         (select last_value from document_updates_seq_seq),
         (select max(seq) from document_updates),
         (select max(seq) from document_snapshots)
       ))::text as end`,
      [size],
    )
    this.#end = Number((rows as { end: string }[])[0]!.end)
    this.#next = this.#end - size + 1
  }
}
