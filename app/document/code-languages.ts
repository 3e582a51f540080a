/** The languages that code in a document can be shown in; `other`: how else people write their names after a fence. */
export const codeLanguages = [
  { id: 'bash', name: 'Shell', other: ['sh', 'shell', 'zsh', 'console'] },
  { id: 'json', name: 'JSON', other: ['jsonc', 'json5', 'ndjson'] },
  { id: 'yaml', name: 'YAML', other: ['yml'] },
  { id: 'ini', name: 'INI, TOML', other: ['toml', 'conf', 'properties'] },
  { id: 'sql', name: 'SQL', other: ['psql', 'mysql', 'promql'] },
  { id: 'diff', name: 'Diff', other: ['patch'] },
  { id: 'javascript', name: 'JavaScript', other: ['js', 'jsx', 'mjs'] },
  { id: 'typescript', name: 'TypeScript', other: ['ts', 'tsx'] },
  { id: 'python', name: 'Python', other: ['py'] },
  { id: 'go', name: 'Go', other: ['golang'] },
  { id: 'java', name: 'Java', other: ['kotlin', 'kt'] },
  { id: 'rust', name: 'Rust', other: ['rs'] },
  { id: 'xml', name: 'XML, HTML', other: ['html', 'svg'] },
  { id: 'dockerfile', name: 'Dockerfile', other: ['docker'] },
] as const

export type CodeLanguage = (typeof codeLanguages)[number]['id']

/** The language somebody meant, or null for plain text and for one that is not among ours. */
export function codeLanguage(written: unknown): CodeLanguage | null {
  const name = String(written ?? '').toLowerCase()
  return codeLanguages.find(({ id, other }) => id === name || (other as readonly string[]).includes(name))?.id ?? null
}
