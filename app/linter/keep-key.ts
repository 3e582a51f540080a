import { isWordCode } from './characters.ts'

/**
 * A short stable hash of what a finding says about which sentence in which kind of section. Only letters and digits count,
 * in any case, so moving, re-wrapping or re-punctuating a sentence keeps the key; other words change it. Two independent
 * multiply-xor lanes of 32 bits: no secret, only spread.
 */
export function keepKey(ruleId: string, sentence: string, section: string): string {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (const text of [ruleId, section, sentence]) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (!isWordCode(code)) continue
      one = Math.imul(one ^ (code | 32), 2654435761)
      other = Math.imul(other ^ (code | 32), 1597334677)
    }
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36)
}
