import { expect } from 'vitest'
import * as Y from 'yjs'
import { contentOf, factsOf, writeFacts } from '#app/document/shared-document.ts'
import { readVersion } from '#app/reading/read-version.server.ts'
import type { Database } from '#db/client.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person } from '#tests/factories.ts'
import { appendUpdate } from './append-update.server.ts'
import { projectDocument } from './project-document.server.ts'
import { publishPostmortem } from './publish-postmortem.server.ts'
import { readShared } from './read-shared.server.ts'

/** Writes into a draft as a client of its own does, past every form and every editor; then publishes it. */
async function publishedAfter(db: Database, change: (shared: Y.Doc) => void) {
  const author = await person(db)
  const { id } = await draftOf(db, author, { document: completeDocument() })
  const { shared } = await readShared(db, id)
  const before = Y.encodeStateVector(shared)
  change(shared)
  const seq = await appendUpdate(db, id, Y.encodeStateAsUpdate(shared, before))
  await projectDocument(db, id, shared, seq)
  expect(await publishPostmortem(db, author, id, {})).toMatchObject({ ok: true })
  return (await readVersion(db, author, id))!
}

function everyNode(within: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return within
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlElement ? [child, ...everyNode(child)] : child instanceof Y.XmlText ? [child] : [],
    )
}

test('zero characters, as a pasted log may hold them, neither stop the saving nor reach a page', async ({ db }) => {
  const version = await publishedAfter(db, (shared) => {
    for (const node of everyNode(contentOf(shared))) if (node instanceof Y.XmlText) node.insert(0, 'a\0b')
    writeFacts(shared, { title: 'Cards\0 declined' })
  })
  expect(version.facts.title).toBe('Cards declined')
  expect(JSON.stringify(version)).not.toContain('\\u0000')
  expect(JSON.stringify(version)).toContain('ab')
})

test('attributes that are nothing of the kind break neither saving, publishing nor reading', async ({ db }) => {
  const version = await publishedAfter(db, (shared) => {
    for (const node of everyNode(contentOf(shared))) {
      if (!(node instanceof Y.XmlElement)) continue
      for (const name of Object.keys(node.getAttributes())) node.setAttribute(name, { evil: ['\0'] } as never)
    }
    factsOf(shared).set('title', { evil: 1 })
    factsOf(shared).set('serviceIds', [{}, 7])
  })
  expect(version.facts).toMatchObject({ title: 'Untitled', services: [] })
  expect(version.view.sections.every(({ title, kind }) => title === '' && kind === 'prose')).toBe(true)
})
