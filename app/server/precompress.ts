import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const packers = { br: promisify(brotliCompress), gz: promisify(gzip) }
/** Fonts and pictures are packed already. */
const textual = /\.(js|css|svg|txt|json|map)$/

/** Lays a Brotli and a gzip file beside every built file that is text and gets smaller by it, at full effort: once per build. */
export async function precompress(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile() && textual.test(entry.name))
  await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const content = await readFile(path)
      for (const [ending, pack] of Object.entries(packers)) {
        const packed = await pack(content)
        if (packed.length < content.length) await writeFile(`${path}.${ending}`, packed)
      }
    }),
  )
}
