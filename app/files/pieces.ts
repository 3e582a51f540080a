/** Bytes that come in pieces of any size, handed out as whoever reads a format asks for them. What is handed out may be changed. */
export class Pieces {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next so many bytes, which are still to come; fewer where the file ends. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      const { value, done } = await this.#source.next()
      if (done) break
      this.#held = Buffer.concat([this.#held, value])
    }
    return this.#held.subarray(0, count)
  }

  /** The next so many bytes; fewer where the file ends. */
  async take(count: number): Promise<Buffer> {
    const taken = await this.peek(count)
    this.#held = this.#held.subarray(taken.length)
    return taken
  }

  /** So many bytes, or all that are left, as they come: they are never together in memory. */
  async *pass(count = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
    let left = count
    while (left > 0 && (await this.peek(1)).length > 0) {
      const piece = await this.take(Math.min(left, this.#held.length))
      left -= piece.length
      yield piece
    }
  }

  /** Bytes up to the place that `find` gives, counted in what is at hand; it is asked again until that is 0. */
  async *passTo(find: (held: Buffer) => number): AsyncGenerator<Buffer> {
    while ((await this.peek(2)).length > 0) {
      const before = find(this.#held)
      if (before === 0) return
      yield await this.take(before)
    }
  }

  /** Nothing more is wanted: whoever gives the bytes is told. */
  async end(): Promise<void> {
    await this.#source.return?.()
  }

  /** Zeros in the place of so many bytes, or of all that are left. */
  async *blank(count?: number): AsyncGenerator<Buffer> {
    for await (const piece of this.pass(count)) yield piece.fill(0)
  }
}
