import { createPerson, signInWithPassword, viewerById } from '#app/people/auth.server.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { readEnvironment } from '#app/server/environment.ts'
import { openDatabase } from '#db/open-database.ts'
import { access } from '#db/schema/postmortems.ts'
import { completeDocument } from '../documents.ts'

export interface Prepared {
  postmortemId: string
  /** Others to go on with: a text of tens of thousands of edits takes longer to type in than to be killed in. */
  next: string[]
  /** The cookie of each writer: a real session, and the person for the server without pages. */
  cookies: string[]
}

/** Post-mortems that three people may write, each signed in. The database is closed again: the server opens it. */
export async function prepare(variables: Record<string, string>, postmortems = 1): Promise<Prepared> {
  const settings = readEnvironment(variables)
  const { db, close } = await openDatabase({ url: settings.DATABASE_URL, dataDir: settings.DATA_DIR })
  const password = 'quiet harbour lights'
  const cookies: string[] = []
  const ids: string[] = []
  for (const name of ['Ines Okafor', 'Tove Lind', 'Marek Dvorak']) {
    const email = `${name.split(' ')[0]!.toLowerCase()}@skerry.example`
    const made = await createPerson(db, { name, email, password })
    if (!made.ok) throw new Error(made.reason)
    const viewer = (await viewerById(db, made.id))!
    if (ids.length > 0) await db.insert(access).values(ids.map((id) => mayWrite(id, made.id)))
    while (ids.length < postmortems) ids.push((await createPostmortem(db, viewer, { document: completeDocument() })).id)
    const request = new Request(`http://127.0.0.1:${settings.PORT}/sign-in`, { method: 'POST' })
    const signedIn = await signInWithPassword(db, settings, request, { email, password })
    if (!signedIn.ok) throw new Error('The writer could not be signed in.')
    const session = signedIn.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    cookies.push([`person=${made.id}`, ...session].join('; '))
  }
  await close()
  const [postmortemId, ...next] = ids
  return { postmortemId: postmortemId!, next, cookies }
}

const mayWrite = (postmortemId: string, subjectId: string) =>
  ({ postmortemId, subjectKind: 'person', subjectId, role: 'editor' }) as const
