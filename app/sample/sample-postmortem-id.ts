/**
 * The id of a sample post-mortem's row. It names the loading it came with, so that taking the sample away finds exactly
 * what that loading brought; a shared document that someone still has open never meets the next loading's.
 */
export function samplePostmortemId(loadedAt: Date, number: number): string {
  return `${samplePrefix(loadedAt)}${String(number).padStart(2, '0')}`
}

/** What the ids of one loading begin with. */
export function samplePrefix(loadedAt: Date): string {
  return `sample-${loadedAt.getTime()}-`
}
