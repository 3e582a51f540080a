import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { mentionedIds } from '#app/document/mention.ts'
import { namedNumbers } from '#app/document/postmortem-references.ts'
import type { Database } from '#db/client.ts'
import { namedPostmortems } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'

/** More names than this in one text are no reading any more. */
const most = 500

/**
 * Notes which post-mortems this one names, as a link or as `PM-12`, outside of sections that are left out; what was known of
 * them is forgotten before. Runs in the caller's transaction; `versionId` null: in the working text.
 */
export async function indexNamedPostmortems(
  tx: Database,
  postmortemId: string,
  versionId: string | null,
  document: DocumentJson,
): Promise<void> {
  const shown = { content: document.content.filter((section) => section.attrs.hiddenBecause === null) }
  const ids = mentionedIds(shown, 'postmortem').slice(0, most)
  const numbers = namedNumbers(JSON.stringify(shown)).slice(0, most)
  if (ids.length + numbers.length === 0) return
  const named = await tx
    .select({ id: postmortems.id })
    .from(postmortems)
    .where(
      and(or(inArray(postmortems.id, ids), inArray(postmortems.number, numbers)), ne(postmortems.id, postmortemId)),
    )
  if (named.length > 0) {
    await tx.insert(namedPostmortems).values(named.map(({ id }) => ({ postmortemId, versionId, namedId: id })))
  }
}

/** Forgets what the working text, or the published version, of a post-mortem names. */
export async function forgetNamedPostmortems(
  tx: Database,
  postmortemId: string,
  which: 'working' | 'published',
): Promise<void> {
  const version = which === 'working' ? isNull(namedPostmortems.versionId) : isNotNull(namedPostmortems.versionId)
  await tx.delete(namedPostmortems).where(and(eq(namedPostmortems.postmortemId, postmortemId), version))
}
