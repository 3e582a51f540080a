import { customType, text, timestamp } from 'drizzle-orm/pg-core'
import { newId } from '../new-id.ts'

export const rowId = () => text().primaryKey().$defaultFn(newId)
export const moment = () => timestamp({ withTimezone: true })
export const createdAt = () => moment().notNull().defaultNow()

/** Bytes on both drivers: PGlite answers with Uint8Array, postgres.js with Buffer. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => value,
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})

/** Written in the indexing transaction, never generated: `unaccent` is not immutable. */
export const searchVector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' })
