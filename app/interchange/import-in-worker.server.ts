import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { decodeText } from './decode-text.ts'
import type { ImportOutcome } from './import-markdown.ts'
import { importLimits } from './refuse-before-parsing.ts'

export type WorkerImportOutcome = ImportOutcome | { ok: false; reason: 'took-too-long' | 'too-much-memory' }

/**
 * The worker's entry is found through the package's own `#app/` imports, from wherever this module runs: from the
 * source tree under Node, from Vite's development server, or inside the server bundle. Node takes the types off the
 * source as it loads it, so the sources have to be shipped with the build, and nothing has to be bundled twice.
 */
const entry = pathToFileURL(createRequire(import.meta.url).resolve('#app/interchange/import-worker.ts'))

const atOnce = 2
const idle: Worker[] = []
const waiting: (() => void)[] = []
let running = 0

/**
 * `importMarkdown` in a worker thread, so that no text can hold up other requests: at most two at once, each for five
 * seconds and 512 MB. Bytes are read as UTF-8, UTF-16 with its mark, or else Windows-1252; above 2 MB they are refused
 * before anything is started. A worker that kept its limits is kept for the next text.
 */
export async function importInWorker(
  input: string | Uint8Array,
  options: { fileName?: string; deadlineMs?: number; memoryMb?: number } = {},
): Promise<WorkerImportOutcome> {
  const { fileName, deadlineMs = 5000, memoryMb = 512 } = options
  if (input.length > importLimits.bytes) return { ok: false, reason: 'too-large' }
  const source = typeof input === 'string' ? input : decodeText(input)
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await run(source, fileName, deadlineMs, memoryMb)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function run(source: string, fileName: string | undefined, deadlineMs: number, memoryMb: number) {
  const own = memoryMb !== 512
  const worker = (own ? undefined : idle.pop()) ?? start(memoryMb)
  worker.ref()
  return new Promise<WorkerImportOutcome>((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(false)
      resolve({ ok: false, reason: 'took-too-long' })
    }, deadlineMs)
    const done = (outcome: ImportOutcome) => {
      settle(!own)
      resolve(outcome)
    }
    const failed = (error: NodeJS.ErrnoException) => {
      settle(false)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, reason: 'too-much-memory' })
      else reject(error)
    }
    worker.on('message', done)
    worker.on('error', failed)
    worker.postMessage({ source, fileName })

    function settle(reusable: boolean) {
      clearTimeout(timer)
      worker.off('message', done)
      worker.off('error', failed)
      // A worker that is being ended may still report that it ran out of memory; by then the answer is given.
      worker.on('error', () => {})
      if (reusable) {
        worker.removeAllListeners('error')
        // An idle worker must not keep a command or a stopping server alive.
        worker.unref()
        idle.push(worker)
      } else void worker.terminate()
    }
  })
}

function start(memoryMb: number): Worker {
  const worker = new Worker(entry, {
    // Flags of the parent, such as a test runner's loaders, are not meant for it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  worker.once('exit', () => {
    const index = idle.indexOf(worker)
    if (index >= 0) idle.splice(index, 1)
  })
  return worker
}
