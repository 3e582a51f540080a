import { largeScrap } from '#app/scraps/large-scrap.ts'
import { readScrap } from '#app/scraps/read-scrap.ts'
import { scrapFormats } from '#app/scraps/reading.ts'

/** How long a source of 20,000 messages, one of twice as many, and one of five megabytes take to read, per format, in milliseconds. */
const context = { zone: 'Europe/Oslo', day: '2026-11-12', today: '2026-11-14' }
const figures = Object.fromEntries(
  scrapFormats.map((format) => {
    const once = largeScrap(format, 20_000)
    const twice = largeScrap(format, 40_000)
    const fiveMegabytes = largeScrap(format, Math.ceil((5_000_000 / once.length) * 20_000))
    const [ms20k, ms40k, ms5mb] = [once, twice, fiveMegabytes].map((text) =>
      fastest(() => readScrap(text, format, context)),
    )
    return [format, { ms20k, ms5mb, doubledBy: Number((ms40k! / ms20k!).toFixed(2)) }]
  }),
)
console.log(JSON.stringify(figures))

function fastest(read: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now()
    read()
    return performance.now() - began
  })
  return Math.round(Math.min(...times))
}
