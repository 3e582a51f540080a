import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EditJournal } from './edit-journal.ts'

const edit = (seq: number) => ({ seq, at: 1_000, postmortemId: 'one', update: new Uint8Array([seq, seq]) })

function journalInAFolder() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'candor-journal-'))
  const path = join(folder, 'edits.journal')
  const journal = new EditJournal(path)
  onTestFinished(() => {
    journal.close()
    fs.rmSync(folder, { recursive: true })
  })
  return { journal, path }
}

/** The operating system writes so many bytes more, then there is no room. */
function roomFor(bytes: number): { end(): void } {
  const { writeSync } = fs
  let room = bytes
  fs.writeSync = ((file: number, given: Buffer, from: number) => {
    if (room === 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    const written = writeSync(file, given, from, Math.min(room, given.byteLength - from))
    room -= written
    return written
  }) as unknown as typeof writeSync
  syncBuiltinESMExports()
  const end = () => {
    fs.writeSync = writeSync
    syncBuiltinESMExports()
  }
  onTestFinished(end)
  return { end }
}

test('the next process reads what this one appended, and nothing that was cleared', async () => {
  const { journal, path } = journalInAFolder()
  await journal.append([edit(1)])
  journal.clear()
  await journal.append([edit(2), edit(3)])
  await journal.append([edit(4)])
  const next = new EditJournal(path)
  onTestFinished(() => next.close())
  expect(next.read()).toEqual([edit(2), edit(3), edit(4)])
  expect(next.size).toBe(fs.statSync(path).size)
})

test('nobody but its owner may read it', () => {
  const { path } = journalInAFolder()
  expect(fs.statSync(path).mode & 0o077).toBe(0)
})

test('a disk that fills up in the middle of an edit refuses it, and what comes after it can be read', async () => {
  const { journal } = journalInAFolder()
  await journal.append([edit(1)])
  const room = roomFor(10)
  await expect(journal.append([edit(2)])).rejects.toThrow('no space left')
  await expect(journal.append([edit(3)])).rejects.toThrow('no space left')
  expect(journal.read()).toEqual([edit(1)])
  room.end()
  await journal.append([edit(4)])
  expect(journal.read()).toEqual([edit(1), edit(4)])
})
