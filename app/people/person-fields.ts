import { z } from 'zod'

/** The shortest password taken; the page says so beside the field. Length is what makes one hard to guess (NIST 800-63B). */
export const shortestPassword = 12
/** Longer ones are refused, so that hashing stays bounded. */
export const longestPassword = 128

export const nameField = z
  .string({ error: 'Type a name.' })
  .trim()
  .min(1, 'Type a name.')
  .max(100, 'Use at most 100 characters.')

export const emailField = z
  .string({ error: 'Type an e-mail address.' })
  .trim()
  .toLowerCase()
  .max(254, 'This is longer than an e-mail address can be.')
  .pipe(z.email('This does not look like an e-mail address, such as ines@example.com.'))

export const newPasswordField = z
  .string({ error: `Type a password of at least ${shortestPassword} characters.` })
  .min(shortestPassword, `Use at least ${shortestPassword} characters. A few words in a row work well.`)
  .max(longestPassword, `Use at most ${longestPassword} characters.`)

export const currentPasswordField = z
  .string({ error: 'Type your password.' })
  .max(longestPassword, 'This is not your password: it is longer than one can be.')

export const roleTitleField = z.string().trim().max(100, 'Use at most 100 characters.').default('')

export const timeZoneField = z
  .string({ error: 'Choose a time zone.' })
  .refine((zone) => zone === 'UTC' || timeZones().includes(zone), 'Choose a time zone from the list.')

/** Every zone that can be chosen, UTC first. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}
