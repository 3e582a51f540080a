/** Finds, in one pass over the text, every word that some pattern waits for. Most sentences stop here. */
interface Prefilter {
  /** Calls `found` for each such word with its offset and its number in the list given. */
  scan(text: string, found: (offset: number, word: number) => void): void
}

/**
 * Compiles a list of distinct lower-case ASCII words. The scan hashes each run of letters while it walks, so its cost
 * does not grow with the number of words.
 */
export function prefilter(list: string[]): Prefilter {
  const size = 2 ** Math.ceil(Math.log2(list.length * 4 + 8))
  const slots = new Int32Array(size).fill(-1)
  for (const [index, word] of list.entries()) {
    let slot = hash(word) & (size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = index
  }

  function lookUp(text: string, from: number, to: number, value: number): number {
    for (let slot = value & (size - 1); slots[slot] !== -1; slot = (slot + 1) & (size - 1)) {
      const word = list[slots[slot]!]!
      if (word.length === to - from && sameLetters(text, from, word)) return slots[slot]!
    }
    return -1
  }

  return {
    scan(text, found) {
      let from = 0
      let value = 0
      for (let at = 0; at <= text.length; at++) {
        // Asked beyond the end, charCodeAt gives NaN, and the whole loop would count in floating point.
        const letter = at < text.length ? text.charCodeAt(at) | 32 : 0
        if (letter >= 97 && letter <= 122) {
          value = Math.imul(value ^ letter, 16777619)
          continue
        }
        if (at > from + 1) {
          const word = lookUp(text, from, at, value)
          if (word >= 0) found(from, word)
        }
        from = at + 1
        value = 0
      }
    },
  }
}

function hash(word: string): number {
  let value = 0
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 16777619)
  return value
}

function sameLetters(text: string, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    if ((text.charCodeAt(from + at) | 32) !== word.charCodeAt(at)) return false
  }
  return true
}
