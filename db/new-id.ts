const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** An unguessable text id for rows: 26 characters, 128 bits. Text, so that a mistyped address is a 404 and no database error. */
export function newId(): string {
  let id = ''
  while (id.length < 26) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // 248 is the largest multiple of 31 below 256: dropping the rest keeps every letter equally likely.
      if (byte < 248 && id.length < 26) id += alphabet[byte % alphabet.length]
    }
  }
  return id
}
