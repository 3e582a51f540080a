import type { ReadContext, Reading, ScrapFormat } from '#app/scraps/reading.ts'
import type { ReadAnswer, ReadRequest } from './read-scrap-worker.ts'

/** What is shorter is read in a moment, and needs no worker. */
const SHORT = 60_000

export interface ReaderBeside {
  /** Of several that are asked for one after the other only the last answers. */
  read(text: string, format: ScrapFormat, context: ReadContext): Promise<Reading>
  stop(): void
}

/** Reads scraps in a worker; where there is none, as in a very old browser or without a connection, in the page itself. */
export function openReader(): ReaderBeside {
  let worker: Worker | null = null
  let latest = 0
  const inPage = async (text: string, format: ScrapFormat, context: ReadContext) =>
    (await import('#app/scraps/read-scrap.ts')).readScrap(text, format, context)

  return {
    read(text, format, context) {
      if (text.length < SHORT || typeof Worker === 'undefined') return inPage(text, format, context)
      worker ??= new Worker(new URL('./read-scrap-worker.ts', import.meta.url), { type: 'module' })
      const asked = worker
      const id = ++latest
      return new Promise((resolve, reject) => {
        const done = () => {
          asked.removeEventListener('message', onMessage)
          asked.removeEventListener('error', onError)
        }
        const onMessage = ({ data }: MessageEvent<ReadAnswer>) => {
          if (data.id !== id) return
          done()
          if (id === latest) resolve(data.reading)
        }
        const onError = () => {
          done()
          inPage(text, format, context).then(resolve, reject)
        }
        asked.addEventListener('message', onMessage)
        asked.addEventListener('error', onError)
        asked.postMessage({ id, text, format, context } satisfies ReadRequest)
      })
    },
    stop() {
      worker?.terminate()
      worker = null
    },
  }
}
