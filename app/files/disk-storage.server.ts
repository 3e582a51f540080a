import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { KeptFiles } from './file-storage.ts'
import { dayOfKey } from './storage-key.ts'
import { StreamedFile } from './streamed-file.ts'

/**
 * Files in a folder, its owner's alone. A file is written under another name, synced and then renamed, so that a power cut
 * leaves a whole file or a `.part`, which the sweep takes away. The library's own folder storage writes in place.
 */
export function diskStorage(folder: string): KeptFiles {
  const pathOf = (key: string) => {
    if (dayOfKey(key) === null) throw new Error(`"${key}" is no key of a file.`)
    return join(folder, key)
  }
  return {
    async get(key) {
      try {
        const { size } = await stat(pathOf(key))
        const body = Readable.toWeb(createReadStream(pathOf(key))) as globalThis.ReadableStream<Uint8Array<ArrayBuffer>>
        return new StreamedFile(body, { name: key, size })
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async set(key, file) {
      const path = pathOf(key)
      const part = `${path}.part`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        const bytes = Readable.fromWeb(file.stream() as ReadableStream)
        await pipeline(bytes, createWriteStream(part, { mode: 0o600, flush: true }))
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await sync(dirname(path))
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
    async list() {
      return { files: (await keysIn(folder)).map((key) => ({ key })) }
    },
  }
}

async function keysIn(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const day of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, day))) found.push(`${day}/${name}`)
  }
  return found.filter((key) => dayOfKey(key) !== null).sort()
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** A rename is on disk once its folder is. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
}
