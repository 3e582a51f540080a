// One organisation per installation, its promise, its catalogue, its templates and its words for the language notes.
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
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
    /** Changes to house words and to rule levels so far: a form that was opened before another change is not taken. */
    wordsRevision: integer().notNull().default(0),
    levelsRevision: integer().notNull().default(0),
    /** Whether browsers may keep drafts that are being written, so that edits outlast a lost connection. */
    keepsLocalCopies: boolean().notNull().default(true),
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
    /** Changes so far: a form that was opened before another change is not taken. */
    revision: integer().notNull().default(0),
    retiredAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('one_template_per_key').on(table.key),
    uniqueIndex('one_template_per_name').on(sql`lower(${table.name})`).where(sql`${table.retiredAt} is null`),
  ],
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

/** Which template is offered for a kind, a severity or both; the row of neither is the one that is offered first. */
export const templateRules = pgTable(
  'template_rules',
  {
    id: rowId(),
    kindId: text().references(() => terms.id),
    severityId: text().references(() => terms.id),
    templateId: text()
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
  },
  (table) => [
    uniqueIndex('one_template_rule').on(sql`coalesce(${table.kindId}, '')`, sql`coalesce(${table.severityId}, '')`),
  ],
)

/** What the language notes know of a house beyond its people, teams and services, in the order it was typed. */
export const houseWords = pgTable(
  'house_words',
  {
    list: text({ enum: ['roles', 'systems', 'twoFaced', 'allowed'] }).notNull(),
    position: integer().notNull(),
    word: text().notNull(),
  },
  (table) => [
    primaryKey({ name: 'house_words_pk', columns: [table.list, table.position] }),
    uniqueIndex('one_house_word_per_list').on(table.list, sql`lower(${table.word})`),
    // A noun is a role or a system or either, so that no list outvotes another. A phrase may contain any of them.
    uniqueIndex('one_list_per_house_word').on(sql`lower(${table.word})`).where(sql`${table.list} <> 'allowed'`),
    check('house_words_list', sql`${table.list} in ('roles', 'systems', 'twoFaced', 'allowed')`),
    check('house_words_length', sql`char_length(${table.word}) between 2 and 80`),
    check('house_words_count', sql`${table.position} between 0 and 199`),
  ],
)

/** The level an organisation gives to a rule of the linter; a rule without a row has its own levels. */
export const ruleLevels = pgTable(
  'rule_levels',
  { ruleId: text().primaryKey(), level: text({ enum: ['off', 'info', 'hint', 'warn'] }).notNull() },
  (table) => [
    check('rule_levels_rule', sql`${table.ruleId} ~ '^[a-z][a-z0-9-]{0,63}$'`),
    check('rule_levels_level', sql`${table.level} in ('off', 'info', 'hint', 'warn')`),
  ],
)
