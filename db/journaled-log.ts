import { EditJournal } from './edit-journal.ts'
import type { PlacedUpdate } from './journal-record.ts'
import type { LoggedUpdate } from './open-database.ts'
import type { PgliteClient } from './pglite-client.ts'
import { PlacesInLog } from './places-in-log.ts'

/** Bytes in the journal from which on it is emptied when the table has everything. */
const worthEmptying = 1024 * 1024
/** Bytes in the journal, and updates that the table still lacks, from which on the next edits wait for it. */
const mostBytes = 64 * 1024 * 1024
const mostAhead = 5_000

/** Milliseconds after which an update is entered in the table, if nobody asks the database before. */
const enteredAfter = 5_000

/**
 * The log of the embedded database. An update is on the disk in a journal when it is acknowledged, and its row is entered in
 * the table a moment later, in any case before the next query: whoever asks finds it there. So nobody's typing waits for the one
 * connection, on which a page may have a long query. What a killed process has not entered is entered when the next one opens.
 */
export class JournaledLog {
  readonly #client: PgliteClient
  readonly #journal: EditJournal
  readonly #places: PlacesInLog
  #turn: Promise<unknown> = Promise.resolve()
  /** Updates that are being appended, or are in the journal and not in the table. */
  #ahead = 0
  /** What is in the journal alone. */
  #waiting: PlacedUpdate[] = []
  #timer: NodeJS.Timeout | undefined
  /** Settles when the table was given everything that was handed to it. */
  #entered: Promise<void> = Promise.resolve()
  /** What the table did not take. */
  #left: PlacedUpdate[] = []

  private constructor(client: PgliteClient, journal: EditJournal) {
    this.#client = client
    this.#journal = journal
    this.#places = new PlacesInLog(client)
    client.beforeEachTurn(() => this.#handOver())
  }

  /** Enters what the last process left in the journal at `path`, and goes on with it. */
  static async open(client: PgliteClient, path: string): Promise<JournaledLog> {
    const journal = new EditJournal(path)
    await enterLeft(client, journal.read())
    journal.clear()
    return new JournaledLog(client, journal)
  }

  /** See `OpenDatabase.logUpdates`. */
  async logUpdates(updates: readonly LoggedUpdate[]): Promise<number[]> {
    this.#client.mustNotWaitForItself()
    const places = this.#turn.then(() => this.#log(updates))
    this.#turn = places.catch(() => {})
    return places
  }

  async #log(updates: readonly LoggedUpdate[]): Promise<number[]> {
    await this.#catchUp()
    const places = await this.#places.take(updates.map(({ postmortemId }) => postmortemId))
    const at = Date.now()
    const placed = updates.map((update, index) => ({ ...update, seq: places[index]!, at }))
    this.#ahead += placed.length
    try {
      await this.#journal.append(placed)
    } catch (error) {
      this.#ahead -= placed.length
      throw error
    }
    this.#waiting.push(...placed)
    this.#timer ??= setTimeout(() => this.#handOver(), enteredAfter)
    return places
  }

  /** Lets the table come near. What it refused is tried again: as long as it refuses, nothing new is acknowledged. */
  async #catchUp(): Promise<void> {
    const isFar = this.#ahead > mostAhead || this.#journal.size > mostBytes
    if (!isFar && this.#left.length === 0) return
    this.#handOver()
    await this.#entered
    if (this.#left.length === 0) return
    await this.#client.enterUpdates(this.#left)
    this.#isEntered(this.#left.length)
    this.#left = []
  }

  #handOver(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.length === 0) return
    this.#entered = this.#enter(this.#waiting, this.#entered)
    this.#waiting = []
  }

  async #enter(placed: PlacedUpdate[], earlier: Promise<void>): Promise<void> {
    try {
      await this.#client.enterUpdates(placed)
      this.#isEntered(placed.length)
    } catch {
      // It is in the journal and in the document that is open. The next edit tries it again and says why if it fails.
      this.#left.push(...placed)
    }
    await earlier
  }

  #isEntered(count: number): void {
    this.#ahead -= count
    if (this.#ahead === 0 && this.#journal.size > worthEmptying) this.#journal.clear()
  }

  /** Waits for the table; what it does not take stays in the journal. */
  async close(): Promise<void> {
    await this.#turn
    this.#handOver()
    await this.#entered
    await this.#catchUp().catch(() => {})
    if (this.#ahead === 0) this.#journal.clear()
    this.#journal.close()
  }
}

/** A row that is not in the table may have been dropped for a snapshot that has it: what is later than that is entered. */
async function enterLeft(client: PgliteClient, left: readonly PlacedUpdate[]): Promise<void> {
  if (left.length === 0) return
  const { rows } = await client.query(
    'select postmortem_id as id, seq::text as seq from document_snapshots where postmortem_id = any($1)',
    [[...new Set(left.map(({ postmortemId }) => postmortemId))]],
  )
  const saved = new Map((rows as { id: string; seq: string }[]).map(({ id, seq }) => [id, Number(seq)]))
  const missing = left.filter(({ postmortemId, seq }) => seq > (saved.get(postmortemId) ?? 0))
  if (missing.length === 0) return
  // When the power went, the sequence may have lost what was taken from it last; it goes on behind all places that were given.
  await client.query(
    `select setval('document_updates_seq_seq', greatest($1::bigint, (select last_value from document_updates_seq_seq)))`,
    [missing.at(-1)!.seq],
  )
  for (let from = 0; from < missing.length; from += atOnce)
    await client.enterUpdates(missing.slice(from, from + atOnce))
}

const atOnce = 500
