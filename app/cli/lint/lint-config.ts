import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { type Context, ruleset } from '#app/linter/index.ts'
import { nearest } from './nearest.ts'
import { readJsonFile } from './read-json-file.ts'

/** The name a configuration has when it is looked for. */
export const configName = '.candor-lint.json'

const words = z.array(z.string().trim().min(1, 'An entry here is empty.')).optional()

const Config = z.strictObject({
  rules: z.record(z.string(), z.enum(['off', 'info', 'hint', 'warn'])).optional(),
  roles: words,
  systems: words,
  twoFaced: words,
  people: words,
  teams: words,
  allowed: words,
})

/** What a house says in a configuration file: its words, and the levels of rules. Wrong ones are FileProblems. */
export async function readConfig(file: string): Promise<Context> {
  const { value, problemAtName } = await readJsonFile(file, Config)
  const { rules: levels, ...house } = value
  const ids = ruleset.map(({ id }) => id)
  for (const id of Object.keys(levels ?? {})) {
    if (ids.includes(id)) continue
    const near = nearest(id, ids)
    throw problemAtName(['rules', id], `There is no rule "${id}".${near ? ` Is "${near}" meant?` : ''}`)
  }
  return { ...house, levels }
}

/** The configuration that counts for a path: the nearest one in its folder or above it, up to the repository's own. */
export async function findConfig(path: string): Promise<string | null> {
  const from = resolve(path)
  const isFolder = (await stat(from).catch(() => null))?.isDirectory() ?? false
  let folder = isFolder ? from : dirname(from)
  for (;;) {
    const candidate = join(folder, configName)
    if (await stat(candidate).catch(() => null)) return relative(process.cwd(), candidate)
    const above = dirname(folder)
    if (above === folder || (await stat(join(folder, '.git')).catch(() => null))) return null
    folder = above
  }
}
