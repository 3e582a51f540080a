import { relative } from 'node:path'
import type { SectionsByHeading } from '#app/interchange/markdown-text-blocks.ts'
import {
  type Context,
  examples,
  explainRule,
  formatCheckstyle,
  formatGithub,
  formatJson,
  formatPretty,
  formatSarif,
  type Level,
  type Located,
  ruleset,
  type Terminal,
} from '#app/linter/index.ts'
import type { Command } from './command.ts'
import { type FileFindings, readBaseline, withoutKnown, writeBaseline } from './lint/baseline.ts'
import { FileProblem } from './lint/json-with-places.ts'
import { commentRule } from './lint/keep-comments.ts'
import { findConfig, readConfig } from './lint/lint-config.ts'
import { lintMarkdown } from './lint/lint-markdown.ts'
import { nearest } from './lint/nearest.ts'
import { readSources } from './lint/read-sources.ts'
import { readSectionMap } from './lint/section-map.ts'
import { terminalOf } from './lint/terminal.ts'
import { parseOptions } from './parse-options.ts'
import { UsageProblem } from './usage-problem.ts'

const levels: Record<string, Level[]> = { warn: ['warn'], hint: ['warn', 'hint'] }

/** Tools that show findings beside the code look files up from where they run; `json` has them below the folder. */
const formats: Record<string, { fromHere: boolean; write: (located: Located[], terminal: Terminal) => string }> = {
  pretty: { fromHere: true, write: formatPretty },
  json: { fromHere: false, write: (located) => `${formatJson(located)}\n` },
  github: { fromHere: true, write: formatGithub },
  sarif: { fromHere: true, write: (located) => formatSarif(located, [...ruleset, commentRule]) },
  checkstyle: { fromHere: true, write: formatCheckstyle },
}

export const lintCommand: Command = {
  name: 'lint',
  summary: 'look at the language of Markdown files',
  help: `Usage: npm run -s candor -- lint [OPTIONS] PATH…
       npm run -s candor -- lint --explain RULE

PATH is a Markdown file, a folder of them, or - for standard input. The section of a sentence is that of its
nearest heading; code, quotes and addresses are never looked at.

  --format FORMAT     pretty (default), json, github (annotations), sarif (2.1.0) or checkstyle
  --fail-on LEVEL     exit with 1 when there is a note of this level or a stronger one: warn (default) or hint
  --config FILE       house words and levels, instead of the nearest .candor-lint.json at PATH or above it:
                      { "rules": { "weak-action": "off" }, "roles": [], "systems": [], "twoFaced": [],
                      "people": [], "teams": [], "allowed": [] }
  --section-map FILE  what headings of the house stand for: { "What bit us": "causes" }
  --baseline FILE     leave out what is in FILE, even when its lines have moved
  --write-baseline    write everything found to the baseline's FILE
  --explain RULE      say what a rule looks for, why, and what it leaves alone

A comment keeps the next block (a paragraph, an item) from a rule, two keep what stands between them:

  <!-- candor-keep RULE: reason -->
  <!-- candor-off RULE: reason --> … <!-- candor-on RULE -->

Exit codes: 0 nothing at that level, 1 something, 2 wrong use, or a file that could not be read.
`,
  run(args) {
    // Whoever reads the output may have seen enough: `lint docs | head`.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
    const { stdin: input, stdout: output, stderr: problems, env } = process
    return runLint(args, { input, output, problems, env })
  },
}

/** What a run reads and writes, apart from files. */
interface Streams {
  input: NodeJS.ReadableStream
  output: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  problems: { write(text: string): unknown }
  env: NodeJS.ProcessEnv
}

/** Carries the command out and resolves to its exit code. */
export async function runLint(args: string[], streams: Streams): Promise<number> {
  const { output, problems } = streams
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'pretty' },
    'fail-on': { type: 'string', default: 'warn' },
    config: { type: 'string' },
    'section-map': { type: 'string' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'boolean', default: false },
    explain: { type: 'string' },
  })
  const terminal = terminalOf(output, streams.env)
  if (values.explain !== undefined) {
    output.write(explain(values.explain, terminal))
    return 0
  }
  const failOn = levels[values['fail-on']]
  if (!failOn) throw new UsageProblem(`--fail-on is warn or hint, not "${values['fail-on']}".`)
  const format = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined
  if (!format) throw new UsageProblem(`--format is one of ${Object.keys(formats).join(', ')}, not "${values.format}".`)
  if (positionals.length === 0) throw new UsageProblem('Name a file, a folder, or - for standard input.')
  if (values['write-baseline'] && !values.baseline) {
    throw new UsageProblem('--write-baseline needs the file to write: --baseline FILE.')
  }
  try {
    const { found, unreadable } = await findingsOf(positionals, values, streams)
    if (values['write-baseline'] && values.baseline) {
      const count = await writeBaseline(values.baseline, found)
      output.write(`${values.baseline}: ${count} ${count === 1 ? 'finding' : 'findings'} written.\n`)
      return unreadable ? 2 : 0
    }
    const left = values.baseline
      ? withoutKnown(found, await readBaseline(values.baseline), values.baseline)
      : { found, stale: 0 }
    const located = left.found.flatMap((each) => (format.fromHere ? seenFromHere(each) : each.located))
    // Where nothing could be read, "nothing to look at" would be a wrong answer.
    if (found.length > 0 || values.format !== 'pretty') output.write(format.write(located, terminal))
    if (left.stale > 0 && values.format === 'pretty') {
      output.write(`${left.stale} in the baseline are not there any more; --write-baseline drops them.\n`)
    }
    if (unreadable) return 2
    return located.some(({ finding }) => failOn.includes(finding.level)) ? 1 : 0
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    problems.write(`${error.message}\n`)
    return 2
  }
}

/** Everything found below the paths. What cannot be read is told at once, and the others are looked at all the same. */
async function findingsOf(
  paths: string[],
  files: { config?: string; 'section-map'?: string },
  { input, problems }: Streams,
) {
  const sections: SectionsByHeading = files['section-map'] ? await readSectionMap(files['section-map']) : new Map()
  const configs = new Map<string | null, Context>([[null, {}]])
  const found: FileFindings[] = []
  let unreadable = false
  for (const path of paths) {
    const config = files.config ?? (await findConfig(path === '-' ? '.' : path))
    const context = configs.get(config) ?? (await readConfig(config!))
    configs.set(config, context)
    for await (const source of readSources(path, input)) {
      if ('problem' in source) {
        problems.write(`${source.path ? fromHere(source.path) : source.file}: ${source.problem}\n`)
        unreadable = true
      } else found.push({ path: source.path, located: lintMarkdown(source.file, source.text, { context, sections }) })
    }
  }
  return { found, unreadable }
}

function seenFromHere({ path, located }: FileFindings): Located[] {
  return path === null ? located : located.map((each) => ({ ...each, file: fromHere(path) }))
}

function fromHere(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || path
}

function explain(asked: string, terminal: Terminal): string {
  const wanted = asked.toLowerCase()
  const rule = ruleset.find(({ id }) => id === asked || examples[id]!.code.toLowerCase() === wanted)
  if (rule) return explainRule(rule, examples[rule.id]!, terminal)
  const ids = ruleset.map(({ id }) => id)
  const near = nearest(asked, ids)
  throw new UsageProblem(
    `There is no rule "${asked}".${near ? ` Is ${near} meant?` : ''} The rules: ${ids.join(', ')}.`,
  )
}
