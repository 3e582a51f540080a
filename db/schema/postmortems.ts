// A post-mortem, who may see it, its shared document and its frozen versions.
import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, moment, rowId } from './columns.ts'
import { services, teams, templateVersions, terms } from './organisation.ts'
import { people } from './people.ts'

export const postmortems = pgTable(
  'postmortems',
  {
    id: rowId(),
    /** The readable number: PM-17. Given once, never used again. */
    number: serial().notNull(),
    state: text({ enum: ['draft', 'in_review', 'published', 'archived', 'not_required'] })
      .notNull()
      .default('draft'),
    notRequiredBecause: text(),
    unpublishedBecause: text(),
    ownerId: text()
      .notNull()
      .references(() => people.id),
    visibility: text({ enum: ['invited', 'teams', 'members'] })
      .notNull()
      .default('invited'),
    /** Restricted: read by those invited only, also after publishing, and shown in no list to others. */
    restricted: boolean().notNull().default(false),

    // Derived from the shared document, with `projectedSeq` the place in its log they stand for.
    title: text().notNull().default(''),
    kindId: text().references(() => terms.id),
    severityId: text().references(() => terms.id),
    zone: text().notNull().default('UTC'),
    templateVersionId: text().references(() => templateVersions.id),
    /** The incident's times from milestones: { 'first-effect': Moment, … }. */
    milestones: jsonb().notNull().default({}),
    startedAt: moment(),
    /** Section key → 'empty' | 'part' | 'done', for progress. */
    progress: jsonb().notNull().default([]),
    noteCount: integer().notNull().default(0),
    projectedSeq: bigint({ mode: 'number' }).notNull().default(0),

    publishedVersionId: text(),
    publishedAt: moment(),
    /** Until then publishing can be undone, and only those invited find it. */
    visibleFrom: moment(),
    trashedAt: moment(),
    trashedById: text(),
    copiedFromId: text(),
    createdAt: createdAt(),
    editedAt: createdAt(),
  },
  (table) => [
    unique('one_postmortem_per_number').on(table.number),
    check(
      'not_required_says_why',
      sql`${table.state} <> 'not_required' or coalesce(${table.notRequiredBecause}, '') <> ''`,
    ),
    check('published_has_a_version', sql`${table.state} <> 'published' or ${table.publishedVersionId} is not null`),
    index('postmortems_by_state').on(table.state, table.editedAt),
  ],
)

export const postmortemServices = pgTable(
  'postmortem_services',
  {
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    serviceId: text()
      .notNull()
      .references(() => services.id),
  },
  (table) => [primaryKey({ name: 'postmortem_services_pk', columns: [table.postmortemId, table.serviceId] })],
)

export const postmortemTeams = pgTable(
  'postmortem_teams',
  {
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
  },
  (table) => [primaryKey({ name: 'postmortem_teams_pk', columns: [table.postmortemId, table.teamId] })],
)

/** The one table of access: who, as what, and why. `subjectId` is a person, a team or an invitation link. */
export const access = pgTable(
  'access',
  {
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    subjectKind: text({ enum: ['person', 'team', 'link'] }).notNull(),
    subjectId: text().notNull(),
    role: text({ enum: ['owner', 'editor', 'commenter', 'reader'] }).notNull(),
    because: text().notNull().default(''),
    givenById: text().references(() => people.id, { onDelete: 'set null' }),
    givenAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'access_pk', columns: [table.postmortemId, table.subjectKind, table.subjectId] }),
    index('access_of_subject').on(table.subjectKind, table.subjectId),
    check('owners_are_people', sql`${table.role} <> 'owner' or ${table.subjectKind} = 'person'`),
  ],
)

/** People in a document are participants; a name or a role is looked up when it is shown. */
export const participants = pgTable(
  'participants',
  {
    id: rowId(),
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    personId: text().references(() => people.id, { onDelete: 'set null' }),
    roleTitle: text().notNull().default(''),
    named: boolean().notNull().default(false),
  },
  (table) => [unique('one_participant_per_person').on(table.postmortemId, table.personId)],
)

/** The write-ahead log: an edit is acknowledged once its row is committed, or safe in the journal in front of it (`JournaledLog`). */
export const documentUpdates = pgTable(
  'document_updates',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    update: bytes().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('updates_of_document').on(table.postmortemId, table.seq)],
)

/** The Yjs state up to and with `seq`; log rows up to there may be dropped. */
export const documentSnapshots = pgTable('document_snapshots', {
  postmortemId: text()
    .primaryKey()
    .references(() => postmortems.id, { onDelete: 'cascade' }),
  state: bytes().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  savedAt: createdAt(),
  /** When the latest edit in it was made, and when the writing period that it belongs to began. */
  editedAt: createdAt(),
  periodFrom: createdAt(),
})

/** Who wrote in a document as a whole: neither when nor how much. */
export const contributors = pgTable(
  'contributors',
  {
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ name: 'contributors_pk', columns: [table.postmortemId, table.personId] })],
)

/**
 * Frozen states of a document. One with a `number` was published; one with a `name` was kept by hand; the others were
 * taken by themselves, at the end of a writing period, and are thinned.
 */
export const versions = pgTable(
  'versions',
  {
    id: rowId(),
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    number: integer(),
    name: text().notNull().default(''),
    state: bytes().notNull(),
    document: jsonb().notNull(),
    facts: jsonb().notNull(),
    /** SHA-256 of document and facts in canonical JSON, hexadecimal. */
    contentHash: text().notNull(),
    waivers: jsonb().notNull().default({}),
    templateVersionId: text().references(() => templateVersions.id),
    /** Who published it; nobody for the others. */
    madeById: text().references(() => people.id, { onDelete: 'set null' }),
    madeAt: createdAt(),
    /** What changed since the version before, in words, as far as it was asked: { since: id or null, words }. */
    changed: jsonb(),
    publishedAt: moment(),
    /** When it was unpublished: from then on only those invited read it, also after a later one was published. */
    undoneAt: moment(),
  },
  (table) => [
    unique('one_version_per_number').on(table.postmortemId, table.number),
    check('published_versions_have_a_number', sql`(${table.number} is null) = (${table.publishedAt} is null)`),
    check('only_publishing_names_who_made_a_version', sql`${table.number} is not null or ${table.madeById} is null`),
    index('versions_of_postmortem').on(table.postmortemId, table.madeAt),
  ],
)

/** What moves after publishing stays out of the frozen text: rows by item id. */
export const changeProgress = pgTable(
  'change_progress',
  {
    postmortemId: text()
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    itemId: text().notNull(),
    state: text({ enum: ['open', 'in_progress', 'done'] })
      .notNull()
      .default('open'),
    dueOn: text(),
    trackerUrl: text(),
    didItHelp: text(),
    updatedAt: createdAt(),
  },
  (table) => [primaryKey({ name: 'change_progress_pk', columns: [table.postmortemId, table.itemId] })],
)

/** Written in the transaction that causes them; turned into mail, feed and inbox from here. */
export const events = pgTable(
  'events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    kind: text().notNull(),
    postmortemId: text().references(() => postmortems.id, { onDelete: 'cascade' }),
    personId: text().references(() => people.id, { onDelete: 'set null' }),
    data: jsonb().notNull().default({}),
    /** Not to be told before: the undo window of publishing. */
    dueAt: createdAt(),
    createdAt: createdAt(),
  },
  (table) => [index('events_of_postmortem').on(table.postmortemId, table.id)],
)
