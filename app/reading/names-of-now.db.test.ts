import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { services, teams, terms } from '#db/schema/organisation.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { publishedPostmortem, service, team } from '#tests/factories.ts'
import { readVersion } from './read-version.server.ts'

test('what was merged since is read under the name it has now, each once', async ({ db }) => {
  const [payments, edge] = [await team(db, 'Payments'), await team(db, 'Edge')]
  const [gateway, cards] = [await service(db, 'Card gateway'), await service(db, 'Cards')]
  await db.insert(terms).values([
    { id: 'old', list: 'severity', name: 'Major', position: 0 },
    { id: 'new', list: 'severity', name: 'SEV-1', position: 1 },
  ])
  const document = completeDocument()
  const change = document.content.find(({ attrs }) => attrs.key === 'changing')!.content![0]!
  change.attrs = { ...change.attrs, teamId: payments.id }
  const facts = { severityId: 'old', serviceIds: [gateway.id, cards.id] }
  const { id, author } = await publishedPostmortem(db, { document, facts })
  const retiredAt = sql`now()`
  await db.update(teams).set({ mergedIntoId: edge.id, retiredAt }).where(eq(teams.id, payments.id))
  await db.update(services).set({ mergedIntoId: cards.id, retiredAt }).where(eq(services.id, gateway.id))
  await db.update(terms).set({ mergedIntoId: 'new', retiredAt }).where(eq(terms.id, 'old'))

  const read = (await readVersion(db, author, id))!
  expect(read.facts).toMatchObject({ severity: 'SEV-1', services: ['Cards'] })
  const changes = read.view.sections
    .flatMap(({ parts }) => parts)
    .flatMap(({ causes }) => causes.flatMap((cause) => cause.changes))
  expect(changes.map(({ standing }) => standing)).toEqual(['Edge team · open'])
})
