import { createContext } from 'react-router'
import type { KeptFiles } from '#app/files/file-storage.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { LiveEditing } from '#app/postmortems/live-editing.ts'
import type { Environment } from '#app/server/environment.ts'
import type { Database } from '#db/client.ts'

/** What a request carries, put there by the middleware of root.tsx. */
export const databaseContext = createContext<Database>()
export const viewerContext = createContext<Viewer | null>(null)
export const environmentContext = createContext<Environment>()
export const liveEditingContext = createContext<LiveEditing>()
export const filesContext = createContext<KeptFiles>()
/** The address a request came from; for sign-in limits, kept nowhere else. */
export const clientAddressContext = createContext<string>('')
