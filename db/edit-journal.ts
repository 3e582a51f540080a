import { closeSync, fdatasync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { decodeRecords, encodeRecords, type PlacedUpdate } from './journal-record.ts'

const dataToDisk = promisify(fdatasync)

/**
 * A file that edits are appended to and brought to the disk with before they are acknowledged: what it holds may not be in
 * the log table of the embedded database yet. One `append` at a time; one that fails keeps nothing.
 */
export class EditJournal {
  readonly #path: string
  readonly #file: number
  #size: number
  /** Whether there may be a piece of a record behind `#size`. What is appended behind such a piece could not be read again. */
  #isTorn = false

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'a', 0o600)
    this.#size = fstatSync(this.#file).size
    // That there is such a file has to outlive a power cut as well.
    const folder = openSync(dirname(path), 'r')
    fsyncSync(folder)
    closeSync(folder)
  }

  /** In bytes. */
  get size(): number {
    return this.#size
  }

  /** What an earlier process left, in the order in which it was appended. It has to be cleared before anything is appended. */
  read(): PlacedUpdate[] {
    return decodeRecords(readFileSync(this.#path))
  }

  /** Resolves when the updates are on the disk; rejects with the operating system's error. */
  async append(updates: readonly PlacedUpdate[]): Promise<void> {
    const records = encodeRecords(updates)
    if (this.#isTorn) ftruncateSync(this.#file, this.#size)
    this.#isTorn = true
    for (let written = 0; written < records.byteLength; ) written += writeSync(this.#file, records, written)
    await dataToDisk(this.#file)
    this.#size += records.byteLength
    this.#isTorn = false
  }

  /** Once everything in it is in the table, and on the disk there. */
  clear(): void {
    ftruncateSync(this.#file, 0)
    this.#size = 0
  }

  close(): void {
    closeSync(this.#file)
  }
}
