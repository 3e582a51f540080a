/** Straight quotation marks as they are printed: a rule's message has those that a terminal shows everywhere. */
export function withCurvedQuotes(text: string): string {
  return text.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
}
