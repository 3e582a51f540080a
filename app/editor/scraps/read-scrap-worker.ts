import { readScrap } from '#app/scraps/read-scrap.ts'
import type { ReadContext, Reading, ScrapFormat } from '#app/scraps/reading.ts'

/** Reads beside the page, so that typing goes on while twenty thousand messages are read. */
export interface ReadRequest {
  id: number
  text: string
  format: ScrapFormat
  context: ReadContext
}
export interface ReadAnswer {
  id: number
  reading: Reading
}

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const answer: ReadAnswer = { id: data.id, reading: readScrap(data.text, data.format, data.context) }
  self.postMessage(answer)
})
