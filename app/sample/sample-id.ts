const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const mask = (1n << 64n) - 1n

/**
 * A stable id of 12 characters for a part of a sample post-mortem, of the same alphabet as `newItemId`, so that
 * permalinks into the sample are the same in every installation. FNV-1a over 64 bits, stirred once more at the end.
 */
export function sampleId(...parts: (string | number)[]): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(parts.join('/'))) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask
  hash ^= hash >> 33n
  hash = (hash * 0xff51afd7ed558ccdn) & mask
  hash ^= hash >> 29n
  let id = ''
  for (let length = 0; length < 12; length++) {
    id += alphabet[Number(hash % 31n)]
    hash /= 31n
  }
  return id
}
