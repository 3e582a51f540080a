/**
 * Bytes as text: UTF-8, or UTF-16 with its mark. Nothing is guessed, because a guess would be reported as the wording
 * of somebody; what is no such text is told with the place of its first wrong byte.
 */
export function decodeStrictly(bytes: Uint8Array): { text: string } | { problem: string } {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (!wide && bytes.includes(0)) return { problem: 'This is not a text file.' }
  try {
    return { text: new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes) }
  } catch {
    if (wide) return { problem: 'Its UTF-16 is broken. Save it as UTF-8.' }
    const { line, column, byte } = firstWrongByte(bytes)
    const hex = byte.toString(16).toUpperCase().padStart(2, '0')
    return { problem: `It is not UTF-8: byte 0x${hex} at line ${line}, column ${column}. Save it as UTF-8.` }
  }
}

function firstWrongByte(bytes: Uint8Array) {
  // What a lossy decoder made of the bytes is the same up to the first replacement that the bytes do not have themselves.
  const text = new TextDecoder().decode(bytes)
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let line = 1
  let column = 1
  for (const character of text) {
    if (character === '\ufffd' && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) break
    at += character === '\ufffd' ? 3 : sizeOf(character.codePointAt(0)!)
    column += character.length
    if (character === '\n') {
      line++
      column = 1
    }
  }
  return { line, column, byte: bytes[at]! }
}

function sizeOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
}
