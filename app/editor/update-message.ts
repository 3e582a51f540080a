/**
 * An update of a shared document as a message of Hocuspocus: the document's name, 0 for Yjs's sync, 2 for an update, and its
 * bytes. Lengths are varints (lib0), seven bits to a byte.
 */
export function updateMessage(documentName: string, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(documentName)
  const head = [...varint(name.byteLength), ...name, 0, 2, ...varint(update.byteLength)]
  const message = new Uint8Array(head.length + update.byteLength)
  message.set(head)
  message.set(update, head.length)
  return message
}

function varint(value: number): number[] {
  const parts: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) parts.push(128 | (value & 127))
  return [...parts, value]
}
