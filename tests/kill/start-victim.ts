import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Victim {
  process: ChildProcess
  readyMs: number
  /** The last that it wrote, to its log or otherwise. */
  said(): string
  /** Resolves to its code when it has ended, null when a signal ended it. */
  gone: Promise<{ code: number | null }>
  kill(): Promise<unknown>
  /** Asks it to end and resolves when it has. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null }>
}

const root = join(import.meta.dirname, '..', '..')
const programs = { real: ['candor.mjs', 'serve'], live: [join('tests', 'kill', 'server.ts')] }

/** Starts the server that will be killed: the product itself, or live editing alone. Resolves when it says it is ready. */
export function startVictim(kind: keyof typeof programs, variables: Record<string, string>): Promise<Victim> {
  const at = performance.now()
  const child = spawn(
    join(root, 'node_modules', '.bin', 'node'),
    ['--disable-warning=ExperimentalWarning', ...programs[kind]],
    {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: 'warn', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const gone = new Promise<{ code: number | null }>((resolve) => child.once('exit', (code) => resolve({ code })))
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-8000)
      if (!said.includes('Candor is ready')) return
      resolve({
        process: child,
        readyMs: performance.now() - at,
        said: () => said,
        gone,
        kill: () => {
          child.kill('SIGKILL')
          return gone
        },
        end: (signal) => {
          child.kill(signal)
          return gone
        },
      })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void gone.then(() => reject(new Error(`The server ended before it was ready:\n${said}`)))
  })
}
