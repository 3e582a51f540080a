import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import type { Evidence } from '#app/document/items.ts'
import { writtenAttributes } from '#app/document/text-blocks.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { postmortems, versions } from '#db/schema/postmortems.ts'
import { forgetNamedPostmortems, indexNamedPostmortems } from './index-named-postmortems.server.ts'
import { mostSearched, searchText } from './search-text.ts'
import { wordsOfMentions } from './words-of-mentions.server.ts'

type Row = Omit<typeof libraryRows.$inferInsert, 'visibility' | 'restricted' | 'search'> & {
  /** What it is found by beside its text. */
  besides?: string
}

/**
 * Replaces what can be found of a post-mortem: of its working text where `versionId` is null, else of its published
 * version (an earlier version's rows go). Runs in the caller's transaction, after the post-mortem's own row is written.
 */
export async function indexPostmortem(
  tx: Database,
  postmortemId: string,
  versionId: string | null,
  document: DocumentJson,
): Promise<void> {
  const [postmortem] = await tx
    .select({
      title: postmortems.title,
      number: postmortems.number,
      visibility: postmortems.visibility,
      restricted: postmortems.restricted,
      visibleFrom: postmortems.visibleFrom,
    })
    .from(postmortems)
    .where(eq(postmortems.id, postmortemId))
  if (!postmortem) return
  await unindex(tx, postmortemId, versionId === null ? 'working' : 'published')
  await indexNamedPostmortems(tx, postmortemId, versionId, document)

  // A published version goes by the title it was frozen with, whatever the working text is called by now.
  const title = (versionId && (await frozenTitle(tx, versionId))) || postmortem.title
  const rows = rowsOf(postmortemId, versionId, title, document, await wordsOfMentions(tx, postmortemId, document))
  const about = `${title} PM-${postmortem.number}`
  const { visibility, restricted, visibleFrom } = postmortem
  for (let from = 0; from < rows.length; from += 200) {
    await tx.insert(libraryRows).values(
      rows.slice(from, from + 200).map(({ besides = '', ...row }) => ({
        ...row,
        visibility,
        restricted,
        visibleFrom,
        search: sql`setweight(to_tsvector('english', ${searchText(row.text).slice(0, mostSearched)}), 'A')
          || setweight(to_tsvector('english', ${searchText(about)}), 'C')
          || setweight(to_tsvector('english', ${searchText(besides).slice(0, mostSearched / 10)}), 'D')`,
      })),
    )
  }
}

async function frozenTitle(tx: Database, versionId: string): Promise<string | undefined> {
  const [version] = await tx.select({ facts: versions.facts }).from(versions).where(eq(versions.id, versionId))
  return (version?.facts as { title?: string } | undefined)?.title?.trim()
}

/** Takes the rows of a post-mortem's working text or of its published version out of the library. */
export async function unindex(tx: Database, postmortemId: string, which: 'working' | 'published'): Promise<void> {
  const version = which === 'working' ? isNull(libraryRows.versionId) : isNotNull(libraryRows.versionId)
  await tx.delete(libraryRows).where(and(eq(libraryRows.postmortemId, postmortemId), version))
  await forgetNamedPostmortems(tx, postmortemId, which)
}

/** Copies who may see the post-mortem onto its rows, after that has changed. */
export async function updateRowAccess(tx: Database, postmortemId: string): Promise<void> {
  const [now] = await tx
    .select({
      visibility: postmortems.visibility,
      restricted: postmortems.restricted,
      visibleFrom: postmortems.visibleFrom,
    })
    .from(postmortems)
    .where(eq(postmortems.id, postmortemId))
  if (now) await tx.update(libraryRows).set(now).where(eq(libraryRows.postmortemId, postmortemId))
}

function rowsOf(
  postmortemId: string,
  versionId: string | null,
  title: string,
  document: DocumentJson,
  words: (mention: NodeJson) => string,
): Row[] {
  const sections = extract(document, words).filter((section) => section.hiddenBecause === null)
  const rows: Row[] = [{ postmortemId, versionId, itemId: postmortemId, kind: 'postmortem', text: title || 'Untitled' }]
  for (const section of sections) {
    if (section.text) {
      const { key, kind, title: heading } = section
      rows.push({
        postmortemId,
        versionId,
        itemId: section.id,
        kind: 'section',
        position: rows.length,
        text: section.text,
        attributes: { key, kind, title: heading },
      })
    }
    for (const item of section.items) {
      if (!item.text) continue
      const { id, kind, text, attributes } = item
      const besides = [evidenceWords(attributes.evidence), ...writtenWords(attributes)].join(' ')
      rows.push({ postmortemId, versionId, itemId: id, kind, position: rows.length, text, attributes, besides })
    }
  }
  // Two items with one id cannot both be a row; the repair of ids on the server parts them at the next save.
  return [...new Map(rows.map((row) => [row.itemId, row])).values()]
}

/** What people wrote into the forms of an item, such as why a change is not made. */
function writtenWords(attributes: Record<string, unknown>): string[] {
  return writtenAttributes.flatMap((name) => (typeof attributes[name] === 'string' ? attributes[name] : []))
}

/** Sources, names of files and what images show, as the words they are asked for by: `graph.png` would be one, a host. */
function evidenceWords(evidence: unknown): string {
  const words = ((evidence ?? []) as Evidence[]).flatMap(({ source, name, alt }) => [source, name, alt]).join(' ')
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ')
}
