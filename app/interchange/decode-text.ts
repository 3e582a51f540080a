/** Bytes of a text file as text: UTF-8, UTF-16 with its mark, or else Windows-1252. Binary files keep their zero bytes. */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Zero bytes mark binary files, and are refused as such; other texts that are not UTF-8 are most often this.
    return new TextDecoder(bytes.includes(0) ? 'utf-8' : 'windows-1252').decode(bytes)
  }
}
