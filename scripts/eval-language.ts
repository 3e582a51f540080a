// Scores the linter against labelled sentences: `CORPUS=<folder> npm run -s eval:language`.
//
// The folder holds `labels.tsv` and `evaluate.mjs`, which does the scoring over the lint command. Printed are its table
// by rule, then the figures of two halves that share no repository, and last the figure for all sentences. Rules were first
// tuned on the one half; the other was held back until they stood. Both have been read by now, so what the linter does with
// a text nobody has read is told by other sentences than these.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Beginnings of the document ids of the half that was held back, one a repository. */
const HELD_BACK = [
  'posthog',
  'mybinder',
  'chia',
  'lequality',
  'monero',
  'pydis',
  'rubygems',
  'ethpm',
  'gsp',
  'mezo',
  'typed-k8s',
  'typed-stu-',
]
const COMMAND = ['npm', 'run', '-s', 'candor', '--', 'lint', '--format', 'json']

const corpus = process.env.CORPUS
if (corpus) report(resolve(corpus))
else process.stdout.write('No corpus: set CORPUS to the folder with labels.tsv and evaluate.mjs to score the linter.\n')

function report(folder: string): void {
  const [header, ...rows] = readFileSync(join(folder, 'labels.tsv'), 'utf8').trimEnd().split('\n')
  const isHeldBack = (row: string) => HELD_BACK.some((beginning) => row.startsWith(beginning))
  const scratch = mkdtempSync(join(tmpdir(), 'parts-'))
  try {
    const part = (name: string, kept: string[]) => {
      const file = join(scratch, `${name}.tsv`)
      writeFileSync(file, [header, ...kept, ''].join('\n'))
      return evaluate(folder, ['--labels', file]).at(-1)
    }
    const whole = evaluate(folder, [])
    process.stdout.write(`${whole.slice(0, -1).join('\n')}\n`)
    const line = (name: string, kept: string[]) => process.stdout.write(`${name.padEnd(11)} ${part(name, kept)}\n`)
    line(
      'tuning',
      rows.filter((row) => !isHeldBack(row)),
    )
    line('held back', rows.filter(isHeldBack))
    process.stdout.write(`${whole.at(-1)}\n`)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function evaluate(folder: string, options: string[]): string[] {
  const script = join(folder, 'evaluate.mjs')
  return execFileSync(process.execPath, [script, ...options, '--', ...COMMAND], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}
