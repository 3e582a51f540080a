import type { Database } from '#db/client.ts'
import { type ListedTemplate, listTemplates } from './list-templates.server.ts'

/** A template with all of its versions, newest first, by its key; null where there is none. */
export async function findTemplate(db: Database, key: string): Promise<ListedTemplate | null> {
  return (await listTemplates(db)).find((template) => template.key === key) ?? null
}
