import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/open-database.ts'
import { startPostgres } from './postgres-server.ts'

/** One PostgreSQL for the run with a migrated database, from which every worker gets a copy. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  const sql = postgres(server.url(), { max: 1, onnotice: () => {} })
  await sql`create database migrated`
  await sql.end()
  const migrated = await openDatabase({ url: server.url('migrated'), dataDir: '' })
  await migrated.close()
  project.provide('database', { kind: 'postgres', address: server.url() })
  return () => server.stop()
}
