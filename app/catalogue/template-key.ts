/** Words that stand in addresses where a template's key stands. */
const reserved = new Set(['new', 'import'])

/** A key out of a template's name: small letters, digits and hyphens; "template" where the name has none of them. */
export function keyOfName(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')
  const key = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replaceAll(/^-+|-+$/g, '')
  return key || 'template'
}

/** `wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken. */
export function freeTemplateKey(wanted: string, taken: readonly string[]): string {
  const used = new Set([...taken, ...reserved])
  if (!used.has(wanted)) return wanted
  const base = stemOfKey(wanted)
  for (let number = 2; ; number++) if (!used.has(`${base}-${number}`)) return `${base}-${number}`
}

/** What every key begins with that `freeTemplateKey` may give instead of this one: it has room for a number. */
export function stemOfKey(key: string): string {
  return key.slice(0, 56).replace(/-+$/, '')
}
