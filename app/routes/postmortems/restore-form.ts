import { z } from 'zod'
import type { RestoreChoice } from '#app/document/restore/restore-version.ts'

const Part = z.object({
  part: z.enum(['all', 'section', 'item']),
  id: z.string().max(64).default(''),
  keepAdded: z.literal('yes').optional(),
})

/** What of a version a form asks to bring back; null when it asks for nothing that there is. */
export function readPart(form: FormData): RestoreChoice | null {
  const read = Part.safeParse(Object.fromEntries(form))
  if (!read.success) return null
  const { part, id, keepAdded } = read.data
  if (part === 'all') return { part, keepAdded: keepAdded !== undefined }
  return { part: part === 'section' ? { sectionId: id } : { itemId: id }, keepAdded: keepAdded !== undefined }
}
