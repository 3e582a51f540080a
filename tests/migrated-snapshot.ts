import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'
import { overPglite } from '#db/open-database.ts'
import { PgliteClient } from '#db/pglite-client.ts'

/** Migrates one PGlite, from which every worker loads its own: a fresh one costs seconds, a copy half of one. */
export default async function setup(project: TestProject) {
  const client = new PgliteClient({})
  await client.ready()
  await migrate(overPglite(client))
  const folder = mkdtempSync(join(tmpdir(), 'candor-snapshot-'))
  const file = join(folder, 'migrated.tar')
  writeFileSync(file, await client.dump())
  await client.close()
  project.provide('database', { kind: 'pglite', address: file })
  return () => rmSync(folder, { recursive: true, force: true })
}
