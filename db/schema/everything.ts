import * as files from './files.ts'
import * as library from './library.ts'
import * as organisation from './organisation.ts'
import * as people from './people.ts'
import * as postmortems from './postmortems.ts'

/** Every table, for Drizzle's own bookkeeping; the rest of the program imports the table's file. */
export const schema = { ...people, ...organisation, ...postmortems, ...library, ...files }
