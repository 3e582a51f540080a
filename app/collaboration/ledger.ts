/**
 * What is known of one document's edits between log and snapshot. Hocuspocus's own bookkeeping is not used: it forgets
 * a document whose save failed.
 */
export class Ledger {
  /** Bytes of the state when it was last encoded, and of what came since. */
  size = 0
  /** Ids of people who are known to have written in it. */
  readonly contributors = new Set<string>()
  #logged = new Set<number>()
  #latest = 0
  #changes = 0
  #savedChanges = 0
  #onTheirWay = 0
  #whenNone: (() => void)[] = []

  /** Edits being logged, or logged and not yet applied. The document stays in memory meanwhile. */
  get onTheirWay(): number {
    return this.#onTheirWay
  }

  set onTheirWay(count: number) {
    this.#onTheirWay = count
    if (count === 0) for (const resolve of this.#whenNone.splice(0)) resolve()
  }

  nothingOnItsWay(): Promise<void> {
    return this.#onTheirWay === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenNone.push(resolve))
  }

  /** Called when a document is loaded: `seq` is the place its state stands for, `stale` that there was a log to fold in. */
  loaded(seq: number, size: number, stale: boolean): void {
    this.#latest = Math.max(this.#latest, seq)
    this.size = size
    if (stale) this.#changes++
  }

  /** The edit's row is committed; it counts as open until it is applied. */
  logged(seq: number): void {
    this.#logged.add(seq)
    this.#latest = Math.max(this.#latest, seq)
  }

  applied(seq: number): void {
    this.#logged.delete(seq)
  }

  changed(): void {
    this.#changes++
  }

  /** Every row of the log up to this place is in the document. */
  get appliedUpTo(): number {
    let open = Number.POSITIVE_INFINITY
    for (const seq of this.#logged) open = Math.min(open, seq)
    return Math.min(this.#latest, open - 1)
  }

  get changes(): number {
    return this.#changes
  }

  /** A snapshot that was taken after this many changes is stored. */
  saved(changes: number): void {
    this.#savedChanges = Math.max(this.#savedChanges, changes)
  }

  get isDirty(): boolean {
    return this.#changes > this.#savedChanges
  }
}
