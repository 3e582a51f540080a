/** What someone reads who has tried too often for now: when to go on, and that nothing is closed for good. */
export function tryAgainWords(again: Date, now = new Date()): string {
  const minutes = Math.max(1, Math.ceil((again.getTime() - now.getTime()) / 60_000))
  return `That was tried a few times in a row, so it rests for now. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}
