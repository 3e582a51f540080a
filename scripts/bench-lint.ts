// How long the linter takes: `npm run -s bench:lint`. 10,000 words of our own prose with at least 300 findings, a fresh
// string each round, against harper.js, alex, write-good and textlint in the same run and against a plain word split,
// which is the limit. The last line is one JSON object of medians in milliseconds and ratios; a peer that is not
// installed is null. Raw samples go to `bench-lint.json` in the folder for temporary files.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { builtInTemplates } from '#app/document/templates.ts'
import { textBlocks } from '#app/document/text-blocks.ts'
import { examples, lint, lintBlock, type TextBlock } from '#app/linter/index.ts'
import { buildSampleDocument } from '#app/sample/build-sample-document.ts'
import { sampleLibrary } from '#app/sample/sample-library.ts'

type Run = (text: string) => unknown

const samples: Record<string, number[]> = {}
const paragraphs = prose()
const document = paragraphs.join('\n\n')
const blocks = (round: number) => paragraphs.map((text, place) => block(`${text} Round ${round}.`, place))
const found = lint(blocks(0)).length
say(`${document.split(/\s+/).length} words, ${paragraphs.length} paragraphs, ${found} findings`)
if (found < 300) throw new Error('The text has fewer than 300 findings.')

const fullMs = await median('candor', 60, (round) => lint(blocks(round)))
const paragraphMs = await median('one paragraph', 2000, (round) =>
  lintBlock(block(`${paragraphs[round % paragraphs.length]} Round ${round}.`, 0)),
)
const splitMs = await median('word split', 60, (round) => `${document} Round ${round}.`.split(/\s+/).length)
for (const times of [10, 100]) {
  const large = Array.from({ length: times }, (_, copy) => blocks(copy)).flat()
  const ms = await median(`${times} times the text`, 5, () => lint(large))
  say(`${times} × 10,000 words: ${round3(ms)} ms, ${round3(ms / fullMs)} × the time`)
}
const peers: Record<string, () => Promise<Run>> = {
  'harper.js': async () => {
    const { LocalLinter, binary } = await import(named('harper.js'))
    const linter = new LocalLinter({ binary })
    await linter.setup()
    return (text) => linter.lint(text)
  },
  alex: async () => {
    const { text: alex } = await import(named('alex'))
    return (text) => alex(text).messages
  },
  'write-good': async () => {
    const { default: writeGood } = await import(named('write-good'))
    return (text) => writeGood(text)
  },
  textlint: async () => {
    const { TextlintKernel } = await import(named('@textlint/kernel'))
    const { default: markdown } = await import(named('@textlint/textlint-plugin-markdown'))
    const { default: weasel } = await import(named('textlint-rule-write-good'))
    const kernel = new TextlintKernel()
    const options = {
      ext: '.md',
      plugins: [{ pluginId: 'markdown', plugin: markdown }],
      rules: [{ ruleId: 'write-good', rule: weasel }],
    }
    return (text) => kernel.lintText(text, options)
  },
}
const peerMs: Record<string, number | null> = {}
for (const [name, load] of Object.entries(peers)) peerMs[name] = await timePeer(name, load)

writeFileSync(join(tmpdir(), 'bench-lint.json'), JSON.stringify(samples))
const ratio = (name: string) => (peerMs[name] == null ? null : round3(peerMs[name] / fullMs))
process.stdout.write(
  `${JSON.stringify({
    fullMs: round3(fullMs),
    paragraphMs: round3(paragraphMs),
    vsHarper: ratio('harper.js'),
    vsAlex: ratio('alex'),
    vsWriteGood: ratio('write-good'),
    vsTextlint: ratio('textlint'),
    vsWordSplit: round3(fullMs / splitMs),
    gzipKb: round3((await browserBytes()) / 1000),
  })}\n`,
)

/**
 * The sample library with sentences of the rules' examples let in: paragraphs of about 60 words, 10,000 words, two
 * findings a paragraph.
 */
function prose(): string[] {
  const plain = (example: string | { text: string }) =>
    (typeof example === 'string' ? example : example.text).replaceAll(/[[\]]/g, '')
  const flagged = Object.values(examples)
    .flatMap((each) => each.flagged.map(plain))
    .filter((text) => lint([block(text, 0)]).some(({ level }) => level !== 'info'))
  const quiet = sampleLibrary
    .filter(({ versions }) => versions.length > 0)
    .flatMap((sample) => {
      const sections = builtInTemplates.find(({ key }) => key === sample.template)?.sections ?? []
      return textBlocks(buildSampleDocument(sample, sections).document).map(({ text }) => text)
    })
    .filter((text) => text.split(/\s+/).length > 5)
  const texts: string[] = []
  let words = 0
  for (let at = 0, next = 0; words < 10_000; at += 2) {
    let text = `${flagged[at % flagged.length]} `
    while (text.split(/\s+/).length < 45) text += `${quiet[next++ % quiet.length]} `
    text += flagged[(at + 1) % flagged.length]
    words += text.split(/\s+/).length
    texts.push(text)
  }
  return texts
}

function block(text: string, place: number): TextBlock {
  return { id: String(place), section: 'causes', kind: 'text', text }
}

async function median(name: string, rounds: number, run: (round: number) => unknown): Promise<number> {
  for (let round = 0; round < rounds / 2; round++) await run(-round)
  const times: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const start = performance.now()
    await run(round)
    times.push(performance.now() - start)
  }
  samples[name] = times
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** A peer gets the whole text as one string; null when it is not installed. */
async function timePeer(name: string, load: () => Promise<Run>): Promise<number | null> {
  let run: Run
  try {
    run = await load()
  } catch (error) {
    say(`${name}: not measured (${(error as Error).message.split('\n')[0]})`)
    return null
  }
  const ms = await median(name, 7, (round) => run(`${document} Round ${round}.`))
  say(`${name}: ${round3(ms)} ms`)
  return ms
}

/** The name as a value, since the peers are there only where somebody compares. */
function named(name: string): string {
  return name
}

async function browserBytes(): Promise<number> {
  const entry = fileURLToPath(new URL('../app/linter/index.ts', import.meta.url))
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'editor',
        resolveId: (id) => (id === 'editor' ? '\0editor' : undefined),
        load: (id) => (id === '\0editor' ? `export { lint } from ${JSON.stringify(entry)}` : undefined),
      },
    ],
    build: { write: false, minify: true, rolldownOptions: { input: 'editor', preserveEntrySignatures: 'strict' } },
  })
  const code = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  return gzipSync(code.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')).length
}

function round3(value: number): number {
  return Number(value.toPrecision(3))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
