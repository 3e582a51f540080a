// One organisation per installation, its promise, its catalogue and its templates.
import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, moment, rowId } from './columns.ts'
import { people } from './people.ts'

export const organisation = pgTable(
  'organisation',
  {
    /** Always `1`: the primary key and the check make a second organisation impossible. */
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    promise: text().notNull().default(''),
    promiseSignedBy: text().notNull().default(''),
    promiseSignedAt: moment(),
    sampleLoadedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [check('one_organisation', sql`${table.id} = 1`)],
)

export const teams = pgTable(
  'teams',
  { id: rowId(), name: text().notNull(), retiredAt: moment(), mergedIntoId: text(), createdAt: createdAt() },
  (table) => [
    uniqueIndex('one_team_per_name').on(sql`lower(${table.name})`).where(sql`${table.retiredAt} is null`),
    foreignKey({ name: 'team_merged_into', columns: [table.mergedIntoId], foreignColumns: [table.id] }),
  ],
)

export const teamMembers = pgTable(
  'team_members',
  {
    teamId: text()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ name: 'team_members_pk', columns: [table.teamId, table.personId] })],
)

export const services = pgTable(
  'services',
  {
    id: rowId(),
    name: text().notNull(),
    teamId: text().references(() => teams.id),
    retiredAt: moment(),
    mergedIntoId: text(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('one_service_per_name').on(sql`lower(${table.name})`).where(sql`${table.retiredAt} is null`),
    foreignKey({ name: 'service_merged_into', columns: [table.mergedIntoId], foreignColumns: [table.id] }),
  ],
)

/** Factors, severities and kinds: ordered words with a help text, told apart by `list`. */
export const terms = pgTable(
  'terms',
  {
    id: rowId(),
    list: text({ enum: ['factor', 'severity', 'kind'] }).notNull(),
    name: text().notNull(),
    help: text().notNull().default(''),
    position: integer().notNull().default(0),
    retiredAt: moment(),
    mergedIntoId: text(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('one_term_per_name').on(table.list, sql`lower(${table.name})`).where(sql`${table.retiredAt} is null`),
    foreignKey({ name: 'term_merged_into', columns: [table.mergedIntoId], foreignColumns: [table.id] }),
  ],
)

export const templates = pgTable(
  'templates',
  {
    id: rowId(),
    key: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    retiredAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [unique('one_template_per_key').on(table.key)],
)

/** Never edited after it was used: a change to a template is a next version. */
export const templateVersions = pgTable(
  'template_versions',
  {
    id: rowId(),
    templateId: text()
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    sections: jsonb().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('one_template_version_per_number').on(table.templateId, table.number)],
)
