import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres-server.ts'

export interface RunningServer {
  url: string
  process: ChildProcess
  dataDir: string
  /** Ends the process with a signal and resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the product as `npm start` does, on a free port, with a data folder of its own unless one is given. */
export async function startServer(variables: Record<string, string> = {}): Promise<RunningServer> {
  const port = Number(variables.PORT) || (await freePort())
  const dataDir = variables.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'candor-e2e-'))
  const root = join(import.meta.dirname, '..', '..')
  const node = join(root, 'node_modules', '.bin', 'node')
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', 'candor.mjs', 'serve'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', ...variables, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await ready(child)
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    dataDir,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const code = await gone
      if (!variables.DATA_DIR && signal !== 'SIGKILL') rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk
      if (said.includes('Candor is ready')) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${said}`)))
  })
}
