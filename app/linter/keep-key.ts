/**
 * A short stable hash of what a finding says about which sentence in which kind of section. Case, spacing, closing
 * punctuation and curled quotes do not count, so moving or re-wrapping a sentence keeps the key; other words change it.
 */
export function keepKey(ruleId: string, sentence: string, section: string): string {
  const normalised = sentence
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s\s+|[\n\t\u00a0]/g, ' ')
    .replace(/[\s.!?:;,]+$/, '')
    .trim()
  return hash(`${ruleId}\n${section}\n${normalised}`)
}

/** 53 bits in base 36: two independent multiply-xor lanes, mixed at the end. No secret, only spread. */
function hash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
