import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '#db/lock-folder.ts'
import { StartProblem } from '#db/start-problem.ts'
import { precompress } from './precompress.ts'

const sources = ['app', 'db/schema', 'public', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts']

/** Builds the pages into `build/` unless the last build was made of the same sources. Throws a StartProblem when it fails. */
export async function buildIfNeeded(root: string): Promise<void> {
  const stampFile = join(root, 'build', 'stamp')
  const stamp = hashOf(root)
  const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (isBuilt()) return
  const tool = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  if (!existsSync(tool)) {
    throw new StartProblem('The pages are not built and the tools to build them are not installed. Run "npm ci" first.')
  }
  process.stdout.write('Building the pages, once after each change …\n')
  // Two servers that start at once from one folder build it once.
  const lock = lockFolder(join(root, 'node_modules', '.cache', 'candor-build'), { waitMs: 180_000 })
  try {
    if (!isBuilt()) await build(tool, root, stampFile, stamp)
  } finally {
    lock.release()
  }
}

async function build(tool: string, root: string, stampFile: string, stamp: string): Promise<void> {
  const { code, output } = await run(process.execPath, [tool, 'build'], root)
  if (code !== 0) throw new StartProblem(`The pages could not be built:\n${output}`)
  await precompress(join(root, 'build', 'client'))
  writeFileSync(stampFile, stamp)
}

function hashOf(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const visit = (path: string) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    const entries = readdirOrNull(full)
    if (!entries) hash.update(path).update(readFileSync(full))
    else for (const entry of entries.sort()) if (!entry.includes('.test.')) visit(join(path, entry))
  }
  for (const source of sources) visit(source)
  return hash.digest('hex')
}

function readdirOrNull(path: string): string[] | null {
  try {
    return readdirSync(path)
  } catch {
    return null
  }
}

function run(command: string, args: string[], cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, NODE_ENV: 'production' } })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-8000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('close', (code) => resolve({ code, output }))
  })
}
