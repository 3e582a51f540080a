// Rows derived from documents, so that they can be found. Dropped and rebuilt at any time.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, rowId, searchVector } from './columns.ts'
import { postmortems, versions } from './postmortems.ts'

/**
 * One row for every item, for every section's prose and for the post-mortem itself, of the working text
 * (`versionId` null) and of the published version.
 */
export const libraryRows = pgTable(
  'library_rows',
  {
    id: rowId(),
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    versionId: text().references(() => versions.id, { onDelete: 'cascade' }),
    /** Item id, section id, or the post-mortem's id. */
    itemId: text().notNull(),
    kind: text({
      enum: ['postmortem', 'section', 'timelineEntry', 'account', 'cause', 'change', 'question', 'thanks', 'lesson'],
    }).notNull(),
    position: integer().notNull().default(0),
    text: text().notNull(),
    attributes: jsonb().notNull().default({}),
    /** Copied from the post-mortem, so that a search asks one table who may see a row. */
    visibility: text({ enum: ['invited', 'teams', 'members'] }).notNull(),
    restricted: boolean().notNull(),
    visibleFrom: moment(),
    search: searchVector().notNull(),
  },
  (table) => [
    unique('one_row_per_item').on(table.postmortemId, table.versionId, table.itemId).nullsNotDistinct(),
    index('library_search').using('gin', table.search),
    index('library_rows_of_postmortem').on(table.postmortemId, table.versionId),
    index('library_rows_by_kind').on(table.kind),
  ],
)

/**
 * What became of a rule's notes in the working text of a post-mortem. Numbers alone: neither who answered a note nor which
 * sentence it was about can be told from a row.
 */
export const notesByRule = pgTable(
  'notes_by_rule',
  {
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    ruleId: text().notNull(),
    standing: integer().notNull(),
    kept: integer().notNull(),
    notUseful: integer().notNull(),
  },
  (table) => [
    primaryKey({ name: 'notes_by_rule_pk', columns: [table.postmortemId, table.ruleId] }),
    check(
      'notes_by_rule_counts',
      sql`least(${table.standing}, ${table.kept}, ${table.notUseful}) >= 0
        and ${table.standing} + ${table.kept} + ${table.notUseful} > 0`,
    ),
  ],
)

/**
 * Which post-mortems another one names, as a link or as `PM-12`: of its working text (`versionId` null) and of its published
 * version. For "Mentioned in".
 */
export const namedPostmortems = pgTable(
  'named_postmortems',
  {
    id: rowId(),
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    versionId: text().references(() => versions.id, { onDelete: 'cascade' }),
    namedId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
  },
  (table) => [
    unique('one_row_per_named_postmortem').on(table.postmortemId, table.versionId, table.namedId).nullsNotDistinct(),
    index('named_postmortems_by_named').on(table.namedId),
  ],
)
