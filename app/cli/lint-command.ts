import { glob, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { importInWorker } from '#app/interchange/import-in-worker.server.ts'
import { importProblem } from '#app/interchange/import-problem.ts'
import { markdownTextBlocks } from '#app/interchange/markdown-text-blocks.ts'
import { formatJson, formatPretty, type Located, lint } from '#app/linter/index.ts'
import type { Command } from './command.ts'
import { parseOptions } from './parse-options.ts'
import { UsageProblem } from './usage-problem.ts'

const levels = { warn: ['warn'], hint: ['warn', 'hint'] }

export const lintCommand: Command = {
  name: 'lint',
  summary: 'look at the language of Markdown files',
  help: `Usage: npm run -s candor -- lint [--format pretty|json] [--fail-on warn|hint] PATH…

PATH is a Markdown file, a folder of them, or - for standard input. The section of a sentence is that of its
nearest heading; code, quotes and addresses are never looked at.

  --format   pretty (default) or json: an array of { file, line, column, endLine, endColumn, ruleId, level,
             section, excerpt, message, question }; for a folder, file is the path below it
  --fail-on  exit with 1 when there is a note of this level or a stronger one (default warn)

Exit codes: 0 nothing at that level, 1 something, 2 wrong use or a file that could not be read.
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      format: { type: 'string', default: 'pretty' },
      'fail-on': { type: 'string', default: 'warn' },
    })
    const failOn = levels[values['fail-on'] as keyof typeof levels]
    if (!failOn) throw new UsageProblem(`--fail-on is warn or hint, not "${values['fail-on']}".`)
    if (values.format !== 'pretty' && values.format !== 'json') {
      throw new UsageProblem(`--format is pretty or json, not "${values.format}".`)
    }
    if (positionals.length === 0) throw new UsageProblem('Name a file, a folder, or - for standard input.')
    const located: Located[] = []
    let unreadable = false
    for (const path of positionals) {
      for (const source of await sourcesOf(path)) {
        if ('problem' in source) {
          process.stderr.write(`${source.file}: ${source.problem}\n`)
          unreadable = true
        } else located.push(...lintMarkdown(source.file, source.text))
      }
    }
    const colour = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR
    process.stdout.write(
      values.format === 'json'
        ? `${formatJson(located)}\n`
        : formatPretty(located, { colour, width: process.stdout.columns ?? 100 }),
    )
    if (unreadable) return 2
    return located.some(({ finding }) => failOn.includes(finding.level)) ? 1 : 0
  },
}

function lintMarkdown(file: string, source: string): Located[] {
  const blocks = markdownTextBlocks(source)
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map((match) => match.index + 1)]
  return lint(blocks).map((finding) => {
    const block = byId.get(finding.blockId)!
    const start = placeOf(lineStarts, block.offset + finding.from)
    const end = placeOf(lineStarts, block.offset + finding.to)
    return { file, ...start, endLine: end.line, endColumn: end.column, section: block.section, finding }
  })
}

function placeOf(lineStarts: number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lineStarts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - lineStarts[low]! + 1 }
}

type Source = { file: string; text: string } | { file: string; problem: string }

async function sourcesOf(path: string): Promise<Source[]> {
  if (path === '-') return [await checked('standard input', await text(process.stdin))]
  const kind = await stat(path).catch(() => null)
  if (!kind) return [{ file: path, problem: 'There is no such file or folder.' }]
  if (!kind.isDirectory()) return [await fromFile(path, path)]
  const files: string[] = []
  for await (const name of glob('**/*.{md,markdown}', { cwd: path })) files.push(join(path, name))
  return Promise.all(files.sort().map((file) => fromFile(relative(path, file), file)))
}

async function fromFile(file: string, path: string): Promise<Source> {
  try {
    return await checked(file, await readFile(path, 'utf8'))
  } catch (error) {
    return { file, problem: `It cannot be read (${(error as NodeJS.ErrnoException).code}).` }
  }
}

/** The importer's caps hold here too: it refuses what would take too long to parse. */
async function checked(file: string, source: string): Promise<Source> {
  const outcome = await importInWorker(source, { fileName: file })
  if (!outcome.ok && outcome.reason !== 'empty') return { file, problem: importProblem(outcome) }
  return { file, text: source }
}
