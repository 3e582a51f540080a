/** Files that are text by their name, or as the browser says. */
export function isTextFile({ name, type }: File): boolean {
  return (
    /\.(?:txt|log|json|jsonl|ndjson|csv|tsv|out)$/i.test(name) ||
    /^(?:text\/(?:plain|csv)|application\/json)$/.test(type)
  )
}
