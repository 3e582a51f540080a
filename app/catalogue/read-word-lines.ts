import { type HouseWordList, houseWordLimits } from './house-words.ts'

const { entries: mostEntries, shortest, longest, wordsOfName } = houseWordLimits

/**
 * Reads a list that was typed one entry a line: empty lines and repetitions are left out. `problem` is the first thing that
 * stands in the way, in words that name the line; an entry that could never match is one.
 */
export function readWordLines(list: HouseWordList, typed: string): { words: string[]; problem: string | null } {
  const lines = typed
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((line) => line !== '')
  const seen = new Set<string>()
  const words = lines.filter((line) => {
    const isNew = !seen.has(line.toLowerCase())
    seen.add(line.toLowerCase())
    return isNew
  })
  const problem = words.map((word) => problemOf(list, word)).find((found) => found !== null) ?? null
  if (problem === null && words.length > mostEntries)
    return { words, problem: `These are ${words.length} entries. A list holds ${mostEntries} at most.` }
  return { words, problem }
}

function problemOf(list: HouseWordList, word: string): string | null {
  const length = [...word].length
  if (length > longest) return `“${word.slice(0, 30)}…” has ${length} characters. Use at most ${longest} in a line.`
  if (length < shortest)
    return `“${word}” is too short to be told from other words. Use at least ${shortest} characters.`
  if (list === 'allowed') return null
  if (/[,;]/.test(word)) return `“${word}” looks like several entries. Write one in a line.`
  const parts = word.split(' ')
  if (list === 'twoFaced' && parts.length > 1)
    return `“${word}” is more than one word. The noun alone is enough: “${parts.at(-1)}”.`
  if (parts.length > wordsOfName)
    return `“${word}” is longer than ${wordsOfName} words. Its end is enough: “${parts.slice(-wordsOfName).join(' ')}”.`
  return null
}
