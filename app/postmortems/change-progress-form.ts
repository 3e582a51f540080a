import { z } from 'zod'

/** What is told of a change beside the text: it moves after publishing, so it is a row and no part of the document. */
export const ChangeProgressForm = z.object({
  itemId: z.string().min(1).max(64),
  state: z.enum(['open', 'in_progress', 'done'], { error: 'Choose open, in progress or done.' }),
  dueOn: z.preprocess(emptied, z.iso.date({ error: 'Give the day as 2026-12-04, or leave it empty.' }).nullable()),
  trackerUrl: z.preprocess(
    emptied,
    z
      .url({ protocol: /^https$/, error: 'Give a link that begins with https://, or leave it empty.' })
      .max(2000)
      .nullable(),
  ),
})
export type ChangeProgressForm = z.infer<typeof ChangeProgressForm>

function emptied(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() || null : (value ?? null)
}
