import { z } from 'zod'

/** How well a time is known. `month` and `season` place an entry in the timeline's *before* group. */
const precisions = ['exact', 'about', 'between', 'unknown', 'month', 'season'] as const

/**
 * A time as an author knows it: `at` and `until` are instants (ISO 8601, UTC), `zone` is the IANA zone it was told in,
 * `typed` is the text as typed. `at` is null when the time is unknown or its day is.
 */
export const Moment = z.object({
  at: z.iso.datetime().nullable().default(null),
  until: z.iso.datetime().nullable().default(null),
  zone: z.string().max(64).nullable().default(null),
  precision: z.enum(precisions).default('unknown'),
  typed: z.string().max(80).default(''),
})
export type Moment = z.infer<typeof Moment>
