import { readEnvironment } from '#app/server/environment.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database up to date without starting the server',
  help: `Usage: npm run -s candor -- migrate

Brings the tables of DATABASE_URL, or of the embedded database in DATA_DIR, up to date. The server does the
same when it starts; several may do it at once.
`,
  async run() {
    const environment = readEnvironment()
    const opened = await openDatabase({ url: environment.DATABASE_URL, dataDir: environment.DATA_DIR })
    await opened.close()
    process.stdout.write('The database is up to date.\n')
    return 0
  },
}
