import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { precompress } from './precompress.ts'

test('built texts lie beside themselves in both packings, in folders too; fonts and tiny files do not', async ({
  onTestFinished,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-precompress-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const code = 'export const lesson = "Try the way back."\n'.repeat(50)
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'read.js'), code)
  writeFileSync(join(folder, 'assets', 'inter.woff2'), code)
  writeFileSync(join(folder, 'robots.txt'), 'a')

  await precompress(folder)

  expect(readdirSync(folder).sort()).toEqual(['assets', 'robots.txt'])
  expect(readdirSync(join(folder, 'assets')).sort()).toEqual(['inter.woff2', 'read.js', 'read.js.br', 'read.js.gz'])
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets', 'read.js.br'))).toString()).toBe(code)
  expect(gunzipSync(readFileSync(join(folder, 'assets', 'read.js.gz'))).toString()).toBe(code)
})
