/** A text of the linter, which terminals show as well, with the quotation marks of a page. */
export function curled(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”')
}
