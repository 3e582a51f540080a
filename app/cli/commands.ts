import type { DatabaseCommand } from './command.ts'
import { importFiles } from './import-files.ts'
import { manageUsers } from './manage-users.ts'
import { rebuild } from './rebuild.ts'

/** The commands that need the database, by name: what a running server carries out for the command line. */
export const commandsWithDatabase: Record<string, DatabaseCommand> = {
  import: importFiles,
  rebuild,
  user: manageUsers,
}
