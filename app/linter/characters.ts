// Character classes by code unit. Tables, because they run over every character of a document.

/** Stands for one unit of masked text: keeps offsets, is neither letter nor space. */
export const FILLER = '\uE000'
export const FILLER_CODE = 0xe000
export const MENTION_CODE = 0xfffc

const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) => (/[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0))

/** Letters and digits of any script; the punctuation blocks above ASCII are left out. */
export function isWordCode(code: number): boolean {
  if (code < 128) return ASCII_WORD[code] === 1
  if (code < 0xc0) return false
  if (code >= 0x2000 && code <= 0x2bff) return false
  if (code >= 0xd800 && code <= 0xdfff) return false // halves of emoji and rare scripts
  if (code >= 0x3000 && code <= 0x303f) return false
  return code !== FILLER_CODE && code !== MENTION_CODE && code !== 0xfeff && code !== 0xd7 && code !== 0xf7
}

export function isSpaceCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0xfeff
}

/** An apostrophe, straight or curled. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019
}
