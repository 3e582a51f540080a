import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import { viewerById } from '#app/people/auth.server.ts'
import { createFirstAdmin } from '#app/people/first-admin.server.ts'
import { loadSampleLibrary } from '#app/sample/load-sample-library.server.ts'
import { organisation } from '#app/sample/organisation.ts'
import { serve } from '#app/server/serve.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Command } from './command.ts'
import { parseOptions } from './parse-options.ts'
import { UsageProblem } from './usage-problem.ts'

const account = { name: 'Marit Demo', email: 'demo@skerry-line.example', roleTitle: 'Reliability engineer' }

export const demoCommand: Command = {
  name: 'demo',
  summary: 'look around in a sample organisation that is gone when you stop it',
  help: `Usage: npm run -s candor -- demo [--port NUMBER]

Starts a server with the sample organisation Skerry Line in a temporary folder, and prints the address with
an account to sign in with. Nothing of your own installation is touched. Ctrl+C stops it and removes the folder.

  --port  where to listen (PORT, or 3000)
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, { port: { type: 'string' } })
    if (positionals.length > 0) throw new UsageProblem(`"demo" takes no "${positionals[0]}".`)
    if (values.port !== undefined && !isPort(values.port))
      throw new UsageProblem(`--port is a number from 1 to 65535, not "${values.port}".`)

    const folder = mkdtempSync(join(tmpdir(), 'candor-demo-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    // Until the server stands and stops by itself, a signal would end the process without removing the folder.
    const leave = () => process.exit(130)
    process.once('SIGINT', leave).once('SIGTERM', leave)
    const password = readablePassword()
    await fill(folder, password)
    process.off('SIGINT', leave).off('SIGTERM', leave)
    // A demonstration stands for itself: no database, mail, address or secret of an installation may come into it.
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'TRUST_PROXY', 'SECRET']) delete process.env[name]
    Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' })
    if (values.port !== undefined) process.env.PORT = values.port
    await serve()
    process.stdout.write(
      `Sign in with ${account.email} and the password ${password}\nCtrl+C stops it and removes it.\n`,
    )
    return undefined
  },
}

async function fill(folder: string, password: string): Promise<void> {
  const opened = await openDatabase({ dataDir: folder })
  try {
    const { name, promise, zone: timeZone } = organisation
    const made = await createFirstAdmin(opened.db, { ...account, timeZone, password }, (tx) =>
      foundOrganisation(tx, { name, promise: promise.text.join('\n\n'), promiseSignedBy: promise.signedByRole }),
    )
    const viewer = made.ok ? await viewerById(opened.db, made.id) : null
    if (!viewer) throw new Error('The account of the demonstration could not be made.')
    await loadSampleLibrary(opened.db, viewer)
  } finally {
    await opened.close()
  }
}

function isPort(given: string): boolean {
  return /^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= 65_535
}

/** Sixteen letters and digits that are not taken for one another, in groups: about 79 bits. */
function readablePassword(): string {
  const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
  const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return letters.match(/.{4}/g)!.join('-')
}
