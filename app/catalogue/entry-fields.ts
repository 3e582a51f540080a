import { z } from 'zod'

export const entryName = z
  .string({ error: 'Type a name.' })
  .trim()
  .min(1, 'Type a name.')
  .max(80, 'Use at most 80 characters.')
  .transform((name) => name.replaceAll(/\s+/g, ' '))

export const entryHelp = z.string().trim().max(300, 'Use at most 300 characters.').default('')

/** The id of a row as a form sends it; an empty choice is none. */
export const chosenId = z
  .string()
  .max(64)
  .transform((id) => id || null)
  .nullable()
  .default(null)
