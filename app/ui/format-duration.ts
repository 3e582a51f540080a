const steps = [
  { word: 'd', seconds: 86_400 },
  { word: 'h', seconds: 3_600 },
  { word: 'min', seconds: 60 },
  { word: 's', seconds: 1 },
]

/** A length of time in at most two words: `47 min`, `1 h 12 min`, `3 d 4 h`. Takes seconds; a negative length counts as none. */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds))
  if (rest >= 3_600) rest = Math.round(rest / 60) * 60
  const first = steps.findIndex((step) => rest >= step.seconds)
  if (first === -1) return '0 s'
  const words: string[] = []
  for (const step of steps.slice(first, first + 2)) {
    const count = Math.floor(rest / step.seconds)
    rest -= count * step.seconds
    if (count > 0) words.push(`${count} ${step.word}`)
  }
  return words.join(' ')
}
