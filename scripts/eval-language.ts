// Scores the linter against labelled sentences: `CORPUS=<folder> npm run -s eval:language`.
//
// The folder holds `labels.tsv` and `evaluate.mjs`, which does the scoring over the lint command. Printed are its table
// by rule, then the figures of parts that share no repository, and last the figure for all sentences. Rules are tuned on
// the first part; the second was held back until they stood and then read once for what it lacks; the third is read
// as a number and never sentence by sentence.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Beginnings of the document ids of the later parts, one a repository; all others are the first part. */
const READ_ONCE = ['posthog', 'mybinder']
const NEVER_READ = [
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
  const among = (list: string[]) => (row: string) => list.some((beginning) => row.startsWith(beginning))
  const once = among(READ_ONCE)
  const never = among(NEVER_READ)
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
      rows.filter((row) => !once(row) && !never(row)),
    )
    line('read once', rows.filter(once))
    line('validation', rows.filter(never))
    line(
      'both later',
      rows.filter((row) => once(row) || never(row)),
    )
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
