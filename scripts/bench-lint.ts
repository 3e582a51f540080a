// How long the linter takes: `npm run -s bench:lint`. 10,000 words of our own prose with at least 300 findings against
// harper.js, alex, write-good and textlint, and against a plain word split, which is the limit: in turns in one run, each
// with the same text, which is new in every sentence each round, so that nobody knows a part of it from before. The last
// line is one JSON object of medians in milliseconds and of ratios to them; raw samples go to `bench-lint.json` in the
// folder for temporary files. The peers are installed into a folder of their own when they are first asked for.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lint, lintBlock } from '#app/linter/index.ts'
import { linterGzipBytes } from './linter-gzip-bytes.ts'
import { loadPeers } from './load-peers.ts'
import { blocksOf, manyFindings } from './many-findings.ts'
import { median, round3 } from './medians.ts'

const rounds = Number(process.env.ROUNDS || 9)
/** Milliseconds. */
const WARM = 250
const peers = await loadPeers(say)
const { text: first, paragraphs } = manyFindings(0)
const found = lint(blocksOf(paragraphs)).length
say(`${first.split(/\s+/).length} words, ${paragraphs.length} paragraphs, ${found} findings`)
if (found < 300) throw new Error('The text has fewer than 300 findings.')

const samples: Record<string, number[]> = {}
let version = 0
const fresh = () => manyFindings(++version)
for (let round = 1; round <= rounds; round++) {
  await time('candor', () => blocksOf(fresh().paragraphs), lint)
  await time('one paragraph', () => blocksOf(fresh().paragraphs)[round % paragraphs.length]!, lintBlock)
  await time(
    'word split',
    () => fresh().text,
    (text) => text.split(/\s+/),
  )
  for (const [name, load] of Object.entries(peers)) {
    const peer = await load()
    await time(name, () => fresh().text, peer.lint)
    peer.end?.()
  }
  const times = Object.entries(samples).map(([name, all]) => `${name} ${round3(all.at(-1)!)}`)
  say(`round ${round}: ${times.join(', ')} ms`)
}
const ms = (name: string) => median(samples[name]!)

const growth: Record<number, number> = {}
for (const times of [10, 100]) {
  const name = `${times} times the text`
  const many = () => Array.from({ length: times }, () => blocksOf(fresh().paragraphs)).flat()
  for (let round = 0; round < 5; round++) await time(name, many, lint)
  growth[times] = ms(name) / ms('candor')
  say(`${times} × 10,000 words: ${round3(ms(name))} ms, ${round3(growth[times])} × the time`)
}

writeFileSync(join(tmpdir(), 'bench-lint.json'), JSON.stringify(samples))
const fullMs = ms('candor')
process.stdout.write(
  `${JSON.stringify({
    fullMs: round3(fullMs),
    paragraphMs: round3(ms('one paragraph')),
    vsHarper: round3(ms('harper.js') / fullMs),
    vsAlex: round3(ms('alex') / fullMs),
    vsWriteGood: round3(ms('write-good') / fullMs),
    vsTextlint: round3(ms('textlint') / fullMs),
    vsWordSplit: round3(fullMs / ms('word split')),
    gzipKb: round3((await linterGzipBytes()) / 1000),
    millionWordsMs: round3(ms('100 times the text')),
    timesFor100Times: round3(growth[100]!),
    findings: found,
    peersMs: Object.fromEntries(Object.keys(peers).map((name) => [name, round3(ms(name))])),
  })}\n`,
)

/**
 * One sample: the time for a text that nobody has seen. Before it whoever is timed reads others for a moment, so that it is
 * as warm as when it is at work; after the peers, one that takes a millisecond would be timed with everything forgotten.
 */
async function time<Text>(name: string, next: () => Text, run: (text: Text) => unknown): Promise<void> {
  for (let spent = 0; spent < WARM; ) spent += await timed(next(), run)
  samples[name] = [...(samples[name] ?? []), await timed(next(), run)]
}

async function timed<Text>(text: Text, run: (text: Text) => unknown): Promise<number> {
  const start = performance.now()
  await run(text)
  return performance.now() - start
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
