const undoMinutes = 10

/** Until when publishing at this moment can be undone; from then on search, feeds and mail know of it. */
export function undoUntil(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + undoMinutes * 60_000)
}
