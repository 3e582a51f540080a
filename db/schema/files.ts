// Files of post-mortems: a row for each, its bytes in the file storage under `storedAs`.
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, rowId } from './columns.ts'
import { postmortems } from './postmortems.ts'

/** Nobody's name stands here: a file belongs to its post-mortem. */
export const files = pgTable(
  'files',
  {
    id: rowId(),
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    /** The key in the file storage. A copy of a post-mortem has rows of its own on the same bytes. */
    storedAs: text().notNull(),
    name: text().notNull(),
    bytes: integer().notNull(),
    /** Told from the content alone, never from the name or from what the browser said. */
    mediaType: text().notNull(),
    /** SHA-256 of the bytes, hexadecimal. */
    sha256: text().notNull(),
    /** `removed`: the bytes were taken away for good; the row says that there was a file. */
    state: text({ enum: ['kept', 'removed'] })
      .notNull()
      .default('kept'),
    uploadedAt: createdAt(),
  },
  (table) => [
    index('files_of_postmortem').on(table.postmortemId, table.uploadedAt),
    index('files_by_key').on(table.storedAs),
    check('files_state', sql`${table.state} in ('kept', 'removed')`),
    check('files_are_not_empty', sql`${table.bytes} > 0`),
    check('files_are_named', sql`char_length(${table.name}) between 1 and 200`),
    check('files_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)
