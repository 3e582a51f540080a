import { parentPort } from 'node:worker_threads'
import { importMarkdown } from './import-markdown.ts'

/** The other side of `importInWorker`: one text in, one outcome out, as often as it is asked. */
parentPort?.on('message', ({ source, fileName }: { source: string; fileName?: string }) => {
  parentPort?.postMessage(importMarkdown(source, { fileName }))
})
