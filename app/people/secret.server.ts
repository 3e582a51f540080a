import { newId } from '#db/new-id.ts'
import { keptInFolder } from './kept-in-folder.server.ts'
import type { PeopleSettings } from './people-settings.ts'

/** The secret of this installation: as set, or made once and kept in the data folder. */
export function secretOf({ SECRET, DATA_DIR }: Pick<PeopleSettings, 'SECRET' | 'DATA_DIR'>): string {
  return SECRET ?? keptInFolder(DATA_DIR, 'secret', () => newId() + newId())
}
