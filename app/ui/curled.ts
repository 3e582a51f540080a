/** A text of the linter, which terminals show as well, with the quotation marks and apostrophes of a page. */
export function curled(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”').replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}
