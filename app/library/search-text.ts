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
