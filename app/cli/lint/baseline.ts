import { rename, stat, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { z } from 'zod'
import type { Located } from '#app/linter/index.ts'
import { FileProblem } from './json-with-places.ts'
import { readJsonFile } from './read-json-file.ts'

const Baseline = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      file: z.string(),
      ruleId: z.string(),
      sentence: z.string(),
      count: z.int().positive().optional(),
    }),
  ),
})

type Known = z.infer<typeof Baseline>['findings'][number]

/** The findings of one file, which lies at `path`; null for standard input. */
export interface FileFindings {
  path: string | null
  located: Located[]
}

/**
 * Findings that were there before. One is known by its file (from the baseline's folder on), its rule and a hash of its
 * sentence and the kind of section, so lines may move; the same sentence twice is known twice.
 */
export async function readBaseline(file: string): Promise<Known[]> {
  return (await readJsonFile(file, Baseline)).value.findings
}

/** What is not in the baseline, and how many of its entries for these files nothing needs any more. */
export function withoutKnown(found: FileFindings[], known: Known[], baseline: string) {
  const budget = new Map<string, number>()
  const add = (key: string, count: number) => budget.set(key, (budget.get(key) ?? 0) + count)
  const looked = new Set(found.map(({ path }) => nameOf(path, baseline)))
  for (const entry of known) if (looked.has(entry.file)) add(keyOf(entry), entry.count ?? 1)
  const left = found.map(({ path, located }) => ({
    path,
    located: located.filter((each) => {
      const key = keyOf(entryOf(path, each, baseline))
      if (!budget.get(key)) return true
      add(key, -1)
      return false
    }),
  }))
  return { found: left, stale: [...budget.values()].reduce((sum, count) => sum + count, 0) }
}

/** Writes what was found as the new baseline; entries of files that were not looked at stay. Resolves to how many there are. */
export async function writeBaseline(file: string, found: FileFindings[]): Promise<number> {
  const there = await stat(file).catch(() => null)
  const before = there ? await readBaseline(file) : []
  const looked = new Set(found.map(({ path }) => nameOf(path, file)))
  const now = found.flatMap(({ path, located }) => located.map((each) => entryOf(path, each, file)))
  const all = Map.groupBy([...before.filter((entry) => !looked.has(entry.file)), ...now], keyOf)
  const findings = [...all.values()]
    .map((entries) => {
      const { file: name, ruleId, sentence } = entries[0]!
      const count = entries.reduce((sum, entry) => sum + (entry.count ?? 1), 0)
      return { file: name, ruleId, sentence, ...(count > 1 && { count }) }
    })
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
  // One finding a line keeps diffs readable, and merges free of conflicts where they can be.
  const lines = findings.map((entry) => `    ${JSON.stringify(entry)}`)
  const text = `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
  try {
    await writeFile(`${file}.new`, text)
    await rename(`${file}.new`, file)
  } catch (error) {
    throw new FileProblem(`${file}: It cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  return findings.reduce((sum, { count = 1 }) => sum + count, 0)
}

function entryOf(path: string | null, { finding }: Located, baseline: string): Known {
  return { file: nameOf(path, baseline), ruleId: finding.ruleId, sentence: finding.keepKey }
}

function nameOf(path: string | null, baseline: string): string {
  return path === null ? '-' : relative(dirname(resolve(baseline)), path).replaceAll('\\', '/')
}

function keyOf({ file, ruleId, sentence }: Known): string {
  return `${file}\n${ruleId}\n${sentence}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
