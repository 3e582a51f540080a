import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { teams } from '#db/schema/organisation.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { publishedPostmortem, team } from '#tests/factories.ts'
import { wordsOfMentions } from './words-of-mentions.server.ts'

test('a team that was merged is found by the name it has now', async ({ db }) => {
  const [payments, edge] = [await team(db, 'Payments'), await team(db, 'Edge')]
  await db.update(teams).set({ mergedIntoId: edge.id, retiredAt: sql`now()` }).where(eq(teams.id, payments.id))
  const mention: NodeJson = { type: 'mention', attrs: { kind: 'team', id: payments.id } }
  const document = completeDocument()
  document.content[0]!.content = [{ type: 'paragraph', content: [mention] }]
  const { id } = await publishedPostmortem(db, { document })
  expect((await wordsOfMentions(db, id, document))(mention)).toBe('Edge')
})
