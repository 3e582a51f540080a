// People and how they sign in. Only app/people/auth.server.ts knows the library behind sessions, accounts and verifications.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, moment, rowId } from './columns.ts'

export const people = pgTable(
  'people',
  {
    id: rowId(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    role: text({ enum: ['admin', 'member'] })
      .notNull()
      .default('member'),
    /** How a person appears in what is published, unless they choose to be named: "Platform on-call engineer". */
    roleTitle: text().notNull().default(''),
    timeZone: text().notNull().default('UTC'),
    theme: text({ enum: ['auto', 'light', 'dark'] })
      .notNull()
      .default('auto'),
    suspendedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    uniqueIndex('one_person_per_email').on(sql`lower(${table.email})`),
    check('people_role', sql`${table.role} in ('admin', 'member')`),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: rowId(),
    token: text().notNull(),
    userId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [unique('one_session_per_token').on(table.token), index('sessions_of_person').on(table.userId)],
)

export const accounts = pgTable(
  'accounts',
  {
    id: rowId(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique('one_account_per_provider').on(table.providerId, table.accountId),
    index('accounts_of_person').on(table.userId),
  ],
)

export const verifications = pgTable(
  'verifications',
  {
    id: rowId(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)],
)

/** A link that lets someone in: to the organisation, and to one post-mortem where `postmortemId` is set. The token is stored hashed. */
export const invitations = pgTable(
  'invitations',
  {
    id: rowId(),
    tokenHash: text().notNull(),
    purpose: text({ enum: ['join', 'reset-password'] })
      .notNull()
      .default('join'),
    email: text(),
    personId: text().references(() => people.id, { onDelete: 'cascade' }),
    role: text({ enum: ['admin', 'member'] })
      .notNull()
      .default('member'),
    teamId: text(),
    postmortemId: text(),
    postmortemRole: text({ enum: ['editor', 'commenter', 'reader'] }),
    invitedById: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [unique('one_invitation_per_token').on(table.tokenHash)],
)

/** Our own sign-in limits: attempts per address and per account in a window. */
export const attempts = pgTable(
  'attempts',
  { key: text().notNull(), windowStart: moment().notNull(), count: integer().notNull().default(1) },
  (table) => [primaryKey({ name: 'attempts_pk', columns: [table.key, table.windowStart] })],
)
