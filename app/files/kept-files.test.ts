import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type S3Server, startS3Server } from '#tests/s3-server.ts'
import { diskStorage } from './disk-storage.server.ts'
import type { KeptFiles } from './file-storage.ts'
import { checkFileStorage } from './open-file-storage.server.ts'
import { s3Storage } from './s3-storage.server.ts'
import { newStorageKey } from './storage-key.ts'
import { StreamedFile } from './streamed-file.ts'

const megabyte = 1024 * 1024
let folder: string
let s3: S3Server
const storages: Record<string, () => KeptFiles> = {
  'a folder': () => diskStorage(folder),
  'a bucket': () => s3Storage({ ...bucket, endpoint: s3.endpoint }),
}
const bucket = { bucket: 'skerry', region: 'us-east-1', accessKeyId: 'harbour', secretAccessKey: 'a long harbour wall' }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-files-'))
  s3 = await startS3Server()
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  s3.close()
})

/** So many megabytes that come one by one, and never stand in memory together. */
function coming(megabytes: number, failAfter = Number.POSITIVE_INFINITY) {
  let sent = 0
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (sent >= failAfter) controller.error(new Error('the line broke'))
      else if (sent === megabytes) controller.close()
      else controller.enqueue(new Uint8Array(megabyte).fill(sent++))
    },
  })
  return new StreamedFile(body, { name: 'log', size: megabytes * megabyte })
}

const text = (words: string) => new File([words], 'log')
const keysOf = async (storage: KeptFiles) => {
  const keys: string[] = []
  let cursor: string | undefined
  do {
    const page = await storage.list({ cursor })
    keys.push(...page.files.map(({ key }) => key))
    cursor = page.cursor
  } while (cursor)
  return keys
}

describe.each(Object.keys(storages))('files in %s', (kind) => {
  const open = () => storages[kind]!()

  test('come back as they were, and are gone when they are removed', async () => {
    const storage = open()
    const key = newStorageKey()
    await storage.set(key, text('14:02 declines'))
    const found = await storage.get(key)
    expect(found?.size).toBe(14)
    expect(await new Response(found!.stream()).text()).toBe('14:02 declines')
    await storage.remove(key)
    expect(await storage.get(key)).toBeNull()
    await storage.remove(key)
  })

  test('are listed to the last one, however many there are', async () => {
    const storage = open()
    const keys = Array.from({ length: 5 }, () => newStorageKey())
    for (const key of keys) await storage.set(key, text(key))
    expect(await keysOf(storage)).toEqual(keys.toSorted())
  })

  test('are there whole or not at all', async () => {
    const storage = open()
    const key = newStorageKey()
    await expect(storage.set(key, coming(8, 3))).rejects.toThrow()
    expect(await storage.get(key)).toBeNull()
    expect(await keysOf(storage)).toEqual([])
  })

  test('of 25 MB go through without being in memory', async () => {
    const storage = open()
    const key = newStorageKey()
    await storage.set(key, coming(25))
    for (const bytes of s3.objects.values()) expect(bytes.length).toBe(25 * megabyte)
    const found = await storage.get(key)
    let bytes = 0
    let largest = 0
    for await (const chunk of found!.stream() as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength
      largest = Math.max(largest, chunk.byteLength)
    }
    expect(bytes).toBe(25 * megabyte)
    expect(largest).toBeLessThanOrEqual(megabyte)
  })
})

test('a folder of files is its owner’s alone, and holds no names', async () => {
  const key = newStorageKey()
  await diskStorage(join(folder, 'files')).set(key, text('declines'))
  const [day] = readdirSync(join(folder, 'files'))
  expect(key.startsWith(`${day}/`)).toBe(true)
  expect(statSync(join(folder, 'files', key)).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'files', day!)).mode & 0o077).toBe(0)
})

test.each(['../secret', '2026-11-28/../../secret', 'secret', ''])('“%s” is no key and opens nothing', async (key) => {
  writeFileSync(join(folder, 'secret'), 'it')
  await expect(diskStorage(join(folder, 'files')).get(key)).rejects.toThrow('no key')
})

test('a bucket that refuses the keys stops the start with what it said; one that does not answer is told', async () => {
  const storage = (keys: object) => s3Storage({ ...bucket, endpoint: s3.endpoint, ...keys })
  await expect(checkFileStorage(storage({ accessKeyId: 'other' }))).rejects.toThrow(
    /refuses: 403 .*not signed.*S3_BUCKET/s,
  )
  expect(await checkFileStorage(storage({}))).toBeNull()
  s3.refuses = 503
  expect(await checkFileStorage(storage({}))).toMatch(/503/)
  expect(await checkFileStorage(storage({ endpoint: 'http://127.0.0.1:1' }))).toMatch(/bad port|ECONNREFUSED/)
})
