/** An instant down to its minute, for places where seconds would only be noise; ISO 8601, UTC. */
export function toMinute(at: Date): string {
  return `${at.toISOString().slice(0, 16)}:00.000Z`
}
