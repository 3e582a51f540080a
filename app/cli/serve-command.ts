import { serve } from '#app/server/serve.ts'
import type { Command } from './command.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary: 'start the server (what "npm start" does)',
  help: `Usage: npm run -s candor -- serve

Builds the pages if needed, opens and migrates the database, and listens.
Everything is set by variables; .env.example lists them:
  PORT, HOST      where to listen (3000, 127.0.0.1)
  PUBLIC_URL      the address people use, needed behind a proxy
  DATA_DIR        the data folder (./data)
  DATABASE_URL    a PostgreSQL to use in place of the embedded database
`,
  async run() {
    await serve()
    return undefined
  },
}
