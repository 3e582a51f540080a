const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** A short unguessable id for sections, items and evidence: 12 characters, 59 bits, safe in addresses. */
export function newItemId(): string {
  let id = ''
  while (id.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 248 is the largest multiple of 31 below 256: dropping the rest keeps every letter equally likely.
      if (byte < 248 && id.length < 12) id += alphabet[byte % alphabet.length]
    }
  }
  return id
}
