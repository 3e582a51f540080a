/** The readable number of a post-mortem, as people say it and as it stands in addresses: `PM-17`. */
export function referenceOf(number: number): string {
  return `PM-${number}`
}

/** The number in `PM-17`, also as `pm-17`; null for anything else. */
export function numberIn(reference: string): number | null {
  const digits = /^pm-([1-9]\d{0,8})$/i.exec(reference)?.[1]
  return digits ? Number(digits) : null
}
