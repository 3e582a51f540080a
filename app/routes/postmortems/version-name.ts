import { z } from 'zod'
import type { NameRefusal } from '#app/postmortems/versions/name-version.server.ts'

const Name = z
  .string()
  .trim()
  .min(1, 'Give it a word or two, such as “Before the review”.')
  .max(80, 'At most 80 characters fit in the list.')

/** The name typed into a form, as it will be kept. */
export function readName(form: FormData) {
  const typed = String(form.get('name') ?? '')
  const read = Name.safeParse(typed)
  if (read.success) return { ok: true, value: read.data } as const
  return { ok: false, typed, problems: read.error.issues.map(({ message }) => message) } as const
}

export const explainName: Record<NameRefusal, string> = {
  'no-such-postmortem': 'It is not shared with you any more.',
  'not-allowed': 'You may read this draft, but not change it.',
  'no-such-version': 'This version has made way meanwhile: the list shows those that are kept.',
  'too-many-names': '100 versions have a name, and that is the most. Take the name of one away first.',
  'has-a-name': 'Nothing has changed since a version that has a name already. It is the newest in the list.',
}
