/**
 * So many characters of a text are searched, about 20,000 words of one section or item; of what it is found by besides, a
 * tenth. PostgreSQL refuses a `tsvector` of more than a megabyte, and with it the save: a pasted log of words that are all
 * different takes up to six bytes there for each of its characters.
 */
export const mostSearched = 120_000

/**
 * Text as it is indexed and asked for: without accents, because `unaccent` is not on both databases, and with the
 * hyphens of identifiers opened, because the parser reads `INC-0142` as `inc` and the number `-0142`.
 */
export function searchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{L})-(?=\d)/gu, '$1 ')
}
