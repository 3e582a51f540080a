import type { Phrase } from './phrases.ts'

/** The raw word right behind or before a place; empty where only a real reading could tell. */
export interface Neighbours {
  before: string
  after: string
}

/** The words around the word that starts at `offset`, read from the raw text: cheap, and shy of anything unusual. */
export function neighboursAt(text: string, offset: number): Neighbours {
  let end = offset
  while (isLetter(text.charCodeAt(end))) end++
  let from = end
  while (text.charCodeAt(from) === 32) from++
  let to = from
  while (isLetter(text.charCodeAt(to))) to++
  const after = from > end && ends(text, to) ? text.slice(from, to).toLowerCase() : ''
  let last = offset
  while (text.charCodeAt(last - 1) === 32) last--
  let first = last
  while (isLetter(text.charCodeAt(first - 1))) first--
  const opens = first === 0 || text.charCodeAt(first - 1) === 32
  return { before: last < offset && opens ? text.slice(first, last).toLowerCase() : '', after }
}

/** Whether a phrase could stand there at all: the next words each have to fit one of the slots that may come first. */
export function couldStand({ slots, anchor }: Phrase, { before, after }: Neighbours): boolean {
  return fitsNext(slots, anchor, 1, after) && fitsNext(slots, anchor, -1, before)
}

function fitsNext(slots: Phrase['slots'], anchor: number, step: 1 | -1, word: string): boolean {
  if (word === '') return true
  for (let index = anchor + step; ; index += step) {
    const slot = slots[index]
    if (!slot || slot.fits(word)) return true
    if (slot.min === 1) return false
  }
}

function isLetter(code: number): boolean {
  const low = code | 32
  return low >= 97 && low <= 122
}

/** Behind the word stands something that no word goes on with. */
function ends(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return Number.isNaN(code) || code === 32 || code === 44
}
