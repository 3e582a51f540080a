import { createReadStream } from 'node:fs'
import { glob, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { importInWorker } from '#app/interchange/import-in-worker.server.ts'
import { importLimits, refuseBeforeParsing } from '#app/interchange/refuse-before-parsing.ts'
import { decodeStrictly } from './decode-strictly.ts'

/**
 * A text to look at, or why it is not. `file` is how the caller named it (below a folder: the path in it), `path` where
 * it lies; null for standard input.
 */
export type Source = { file: string; path: string | null } & ({ text: string } | { problem: string })

const problems = {
  'not-text': 'This is not a text file.',
  'too-large': 'It is larger than 2 MB, or has a line of more than 50,000 characters. Take logs and pictures out.',
  'too-deep': `Lists and quotes are nested deeper than ${importLimits.depth} levels.`,
  'too-many-lines': `It has more than ${importLimits.lines.toLocaleString('en')} lines. Take logs out.`,
  'took-too-long': 'Reading it took longer than five seconds. Cut it in parts.',
  'too-much-memory': 'Reading it took too much memory. Cut it in parts.',
}

/** Longer texts are tried in a worker first: below this no input keeps the parser for more than a moment. */
const SHORT = 60_000

/** Every text that a path of the call names: a file, the Markdown files below a folder, or `-`, standard input. */
export async function* readSources(path: string, input: NodeJS.ReadableStream): AsyncGenerator<Source> {
  if (path === '-') {
    yield { file: 'standard input', path: null, ...(await check(input)) }
    return
  }
  const kind = await stat(path).catch(() => null)
  if (!kind) yield { file: path, path: resolve(path), problem: 'There is no such file or folder.' }
  else if (!kind.isDirectory()) yield await fromFile(path, path)
  else {
    const found: string[] = []
    const exclude = (name: string) => /(?:^|[/\\])(?:node_modules|\.git)$/.test(name)
    for await (const name of glob('**/*.{md,markdown}', { cwd: path, exclude })) found.push(join(path, name))
    for (const file of found.sort()) yield await fromFile(relative(path, file), file)
  }
}

async function fromFile(file: string, path: string): Promise<Source> {
  const place = { file: file.replaceAll('\\', '/'), path: resolve(path) }
  try {
    return { ...place, ...(await check(createReadStream(path))) }
  } catch (error) {
    return { ...place, problem: `It cannot be read (${(error as NodeJS.ErrnoException).code}).` }
  }
}

/** The importer's caps hold here too: it refuses what would take too long to parse. Of what is too large no more is read. */
async function check(stream: NodeJS.ReadableStream): Promise<{ text: string } | { problem: string }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > importLimits.bytes) return { problem: problems['too-large'] }
  }
  const decoded = decodeStrictly(Buffer.concat(chunks))
  if ('problem' in decoded) return decoded
  const { text } = decoded
  const refusal = text.length > SHORT ? await inWorker(text) : refuseBeforeParsing(text)
  if (!refusal || refusal.reason === 'empty') return { text }
  return { problem: refusal.where ? `${problems[refusal.reason]} (${refusal.where})` : problems[refusal.reason] }
}

async function inWorker(text: string) {
  const outcome = await importInWorker(text)
  return outcome.ok ? null : { where: undefined, ...outcome }
}
