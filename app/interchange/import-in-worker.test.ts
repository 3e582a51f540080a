import { expect, test } from 'vitest'
import { importInWorker } from './import-in-worker.server.ts'

test('a text is read in a worker as it is read here', async () => {
  const outcome = await importInWorker('# Slow checkout\n## Impact\nNobody could pay.\n', { fileName: 'x.md' })
  expect(outcome).toMatchObject({ ok: true, imported: { title: 'Slow checkout' } })
})

test('many at once are all answered', async () => {
  const titles = Array.from({ length: 7 }, (_, index) => `Number ${index}`)
  const outcomes = await Promise.all(titles.map((title) => importInWorker(`# ${title}\n\ntext\n`)))
  expect(outcomes.map((outcome) => outcome.ok && outcome.imported.title)).toEqual(titles)
})

test('the deadline ends a text that takes too long, and the next one is read', async () => {
  const slow = '*a **b _c '.repeat(18_000).replace(/(.{400})/g, '$1\n')
  const start = performance.now()
  expect(await importInWorker(slow, { deadlineMs: 100 })).toEqual({ ok: false, reason: 'took-too-long' })
  expect(performance.now() - start).toBeLessThan(4000)
  expect(await importInWorker('# X\n\ntext\n')).toMatchObject({ ok: true })
})

test('the memory cap ends a text that takes too much', async () => {
  const rows = `| a | b |\n|-|-|\n${'| **one** `two` [three](https://example.org) | four |\n'.repeat(19_000)}`
  expect(await importInWorker(rows, { memoryMb: 24, deadlineMs: 20_000 })).toEqual({
    ok: false,
    reason: 'too-much-memory',
  })
})

test('more than 2 MB, binary files and other encodings', async () => {
  expect(await importInWorker(new Uint8Array(3_000_000))).toEqual({ ok: false, reason: 'too-large' })
  expect(await importInWorker(new Uint8Array([137, 80, 78, 71, 0, 0, 1, 2]))).toEqual({ ok: false, reason: 'not-text' })
  const western = await importInWorker(new Uint8Array([35, 32, 90, 252, 114, 105, 99, 104, 10, 10, 97]))
  expect(western).toMatchObject({ ok: true, imported: { title: 'Zürich' } })
  const wide = await importInWorker(new Uint8Array([0xff, 0xfe, ...Buffer.from('# Zürich\n\na', 'utf16le')]))
  expect(wide).toMatchObject({ ok: true, imported: { title: 'Zürich' } })
})
