/** A file whose bytes come from a stream, once, and are never in memory together. */
export class StreamedFile extends File {
  readonly #body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly #size: number

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>, { name, size }: { name: string; size: number }) {
    super([], name)
    this.#body = body
    this.#size = size
  }

  override get size(): number {
    return this.#size
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return this.#body
  }
}
