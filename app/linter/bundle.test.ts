import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'
import * as acts from './lexica/examples/acts.ts'
import * as people from './lexica/examples/people.ts'
import * as practice from './lexica/examples/practice.ts'
import { textOf } from './mark-example.ts'
import { examples } from './ruleset.ts'

const folder = new URL('.', import.meta.url)

test('imports nothing from outside its folder', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const imports = files.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'/g)].map((match) => ({
      file,
      resolved: match[1]!.startsWith('.') ? new URL(match[1]!, new URL(file, folder)).href : match[1]!,
    })),
  )
  expect(imports.length).toBeGreaterThan(20)
  expect(imports.filter(({ resolved }) => !resolved.startsWith(folder.href))).toEqual([])
})

test('reaches the browser without its examples, in less than 30 kB', async () => {
  const entry = fileURLToPath(new URL('index.ts', folder))
  const editor = {
    name: 'editor',
    resolveId: (id: string) => (id === 'editor' ? '\0editor' : undefined),
    load: (id: string) => (id === '\0editor' ? `export { lint } from ${JSON.stringify(entry)}` : undefined),
  }
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [editor],
    build: { write: false, minify: true, rolldownOptions: { input: 'editor', preserveEntrySignatures: 'strict' } },
  })
  const code = [result]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('')

  expect(code).toContain('omission-verb')
  const shown = [
    ...Object.values(examples).flatMap(({ flagged, clean }) => [...flagged, ...clean]),
    ...[acts, people, practice].flatMap((lists) => Object.values(lists).flatMap((list) => Object.values(list))),
  ]
  for (const example of shown) expect(code).not.toContain(textOf(example))
  expect(gzipSync(code).length).toBeLessThan(30_000)
})
