import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import { viewerById } from '#app/people/auth.server.ts'
import { createFirstAdmin } from '#app/people/first-admin.server.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { loadSampleLibrary } from '#app/sample/load-sample-library.server.ts'
import { organisation } from '#app/sample/organisation.ts'
import { openDatabase } from '#db/open-database.ts'
import { startServer } from '#tests/e2e/server.ts'
import { largeDraft } from './large-draft.ts'

const account = { name: 'Pia Andersen', email: 'pia@skerry-line.example', password: 'a long harbour wall' }

export interface LargeDrafts {
  drafts: { words: number; address: string }[]
  /** Of somebody who is signed in and owns the drafts. */
  cookies: { name: string; value: string; url: string }[]
  stop(): Promise<void>
}

/** The product, built and started as people start it, with the sample library and a draft of each size. */
export async function serveLargeDrafts(sizes: number[]): Promise<LargeDrafts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-bench-editor-'))
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  process.once('exit', remove)
  const references = await fill(dataDir, sizes)
  const server = await startServer({ DATA_DIR: dataDir })
  const answer = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    headers: { Origin: server.url },
    body: new URLSearchParams({ email: account.email, password: account.password, to: '/' }),
    redirect: 'manual',
  })
  const cookies = answer.headers.getSetCookie().map((given) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(given)!
    return { name: name!, value: value!, url: server.url }
  })
  if (cookies.length === 0) throw new Error(`Signing in was answered with ${answer.status}.`)
  return {
    drafts: sizes.map((words, place) => ({ words, address: `${server.url}/postmortems/${references[place]}/write` })),
    cookies,
    stop: async () => {
      await server.stop()
      remove()
    },
  }
}

async function fill(dataDir: string, sizes: number[]): Promise<string[]> {
  const { db, close } = await openDatabase({ dataDir })
  try {
    const { name, promise, zone } = organisation
    const made = await createFirstAdmin(db, { ...account, timeZone: zone, roleTitle: '' }, (tx) =>
      foundOrganisation(tx, { name, promise: promise.text.join('\n\n'), promiseSignedBy: promise.signedByRole }),
    )
    const viewer = made.ok ? await viewerById(db, made.id) : null
    if (!viewer) throw new Error('The account could not be made.')
    await loadSampleLibrary(db, viewer)
    const references: string[] = []
    for (const words of sizes) {
      const document = largeDraft(words)
      const { reference } = await createPostmortem(db, viewer, { document, facts: { title: `${words} words`, zone } })
      references.push(reference)
    }
    return references
  } finally {
    await close()
  }
}
