/** Messages of the collaboration protocol as bytes. What is named or counted here stays below 128, or is written as a varint. */
const encoder = new TextEncoder()

/** Says who connects, in the words of the protocol: kind 2, a token, and the version of the provider. */
export function signInMessage(documentName: string, token: string): Uint8Array<ArrayBuffer> {
  return bytes(...words(documentName), 2, 0, ...words(token), ...words('4.8.0'))
}

/** The two kinds that follow the document's name: `[8, 1]` acknowledges, `[0, 2]` passes an update on. */
export function kindsOf(message: Uint8Array): [number | undefined, number | undefined] {
  const after = 1 + message[0]!
  return [message[after], message[after + 1]]
}

function words(text: string): number[] {
  const written = encoder.encode(text)
  return [...varint(written.byteLength), ...written]
}

function varint(value: number): number[] {
  const parts: number[] = []
  for (; value > 127; value >>= 7) parts.push(128 | (value & 127))
  return [...parts, value]
}

function bytes(...given: number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(given)
}
