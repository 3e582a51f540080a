import { and, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { canonicalJson } from '#app/document/canonical-json.ts'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { contentOf, fillSharedDocument, readDocument } from '#app/document/shared-document.ts'
import { builtInTemplates } from '#app/document/templates.ts'
import type { AccessRole } from '#app/people/permissions.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { appendUpdate } from '#app/postmortems/append-update.server.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { publishPostmortem } from '#app/postmortems/publish-postmortem.server.ts'
import { readShared } from '#app/postmortems/read-shared.server.ts'
import type { Database } from '#db/client.ts'
import { templates, templateVersions } from '#db/schema/organisation.ts'
import { access, changeProgress, events, postmortems } from '#db/schema/postmortems.ts'
import { buildSampleDocument, type ChangeState } from './build-sample-document.ts'
import { organisation } from './organisation.ts'
import type { SamplePostmortem } from './sample-postmortem.ts'
import { samplePostmortemId } from './sample-postmortem-id.ts'

interface Loading {
  loadedAt: Date
  /** Number in the sample → number here. */
  numberOf: Map<number, number>
}

/**
 * Brings one post-mortem of the sample: written, published and amended by the same functions as any other, at the times
 * the sample says. A draft belongs to the viewer; what is not open to all members is shared with them as a reader.
 */
export async function loadSamplePostmortem(
  tx: Database,
  viewer: Viewer,
  sample: SamplePostmortem,
  { loadedAt, numberOf }: Loading,
): Promise<void> {
  const isDraft = sample.versions.length === 0
  const owner = isDraft ? viewer : sampleViewer(sample.owner)
  const id = samplePostmortemId(loadedAt, sample.number)
  const templateVersionId = await firstTemplateVersion(tx, sample.template)
  const versionOf = (version?: number) => written(sample, version, { numberOf, templateVersionId })
  const first = versionOf(isDraft ? undefined : 1)

  const row = { id, number: numberOf.get(sample.number)!, createdAt: new Date(sample.startedAt) }
  await createPostmortem(tx, owner, { document: first.document, facts: first.facts, row })
  const { visibility, restricted } = sample
  await tx.update(postmortems).set({ visibility, restricted }).where(eq(postmortems.id, id))
  await share(tx, viewer, sample, id)

  for (const [place, { publishedAt }] of sample.versions.entries()) {
    if (place > 0) await writeNext(tx, id, versionOf(place + 1).document)
    const outcome = await publishPostmortem(tx, owner, id, { now: new Date(publishedAt) })
    if (!outcome.ok) throw new Error(`PM-${sample.number} of the sample could not be published: ${outcome.reason}`)
  }
  await writeChangeStates(tx, id, versionOf().changeStates)
  // It was published long ago and for nobody here: there is nothing to tell.
  await tx.delete(events).where(eq(events.postmortemId, id))
  const editedAt = new Date(sample.versions.at(-1)?.publishedAt ?? sample.startedAt)
  await tx
    .update(postmortems)
    .set({ editedAt: editedAt < loadedAt ? editedAt : new Date(loadedAt.getTime() - 1) })
    .where(eq(postmortems.id, id))
}

interface Written {
  document: DocumentJson
  facts: Facts
  changeStates: ChangeState[]
}

/** A version as it stands in the sample, with the numbers that its post-mortems have here. */
function written(
  sample: SamplePostmortem,
  version: number | undefined,
  here: { numberOf: Map<number, number>; templateVersionId: string | null },
): Written {
  const template = builtInTemplates.find(({ key }) => key === sample.template)!
  const built = buildSampleDocument(sample, template.sections, version)
  const numbered = JSON.stringify(built).replaceAll(
    /\bPM-(\d+)\b/g,
    (_, number: string) => `PM-${here.numberOf.get(Number(number)) ?? number}`,
  )
  const { facts, ...rest } = JSON.parse(numbered) as Written
  return { ...rest, facts: { ...facts, templateVersionId: here.templateVersionId } }
}

/** The sections of the sample are those of the first version of the program's own template. */
async function firstTemplateVersion(tx: Database, key: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: templateVersions.id })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(and(eq(templates.key, key), eq(templateVersions.number, 1)))
  return found?.id ?? null
}

/** Writes what an amendment changed into the shared document, section by section, as an edit of its own in the log. */
async function writeNext(tx: Database, postmortemId: string, next: DocumentJson): Promise<void> {
  const { shared } = await readShared(tx, postmortemId)
  const before = Y.encodeStateVector(shared)
  const wanted = new Y.Doc()
  fillSharedDocument(wanted, next, Facts.parse({}))
  const [now, then] = [readDocument(shared).content, readDocument(wanted).content]
  shared.transact(() => {
    for (const [place, section] of contentOf(wanted).toArray().entries()) {
      if (canonicalJson(now[place]) === canonicalJson(then[place])) continue
      contentOf(shared).delete(place, 1)
      contentOf(shared).insert(place, [(section as Y.XmlElement).clone()])
    }
  })
  await appendUpdate(tx, postmortemId, Y.encodeStateAsUpdate(shared, before))
}

async function share(tx: Database, viewer: Viewer, sample: SamplePostmortem, postmortemId: string): Promise<void> {
  const isDraft = sample.versions.length === 0
  const role: AccessRole = isDraft ? 'commenter' : 'reader'
  const given: { subjectKind: 'person' | 'team'; subjectId: string; role: AccessRole }[] = []
  for (const subjectId of sample.invited?.people ?? []) given.push({ subjectKind: 'person', subjectId, role })
  for (const subjectId of sample.invited?.teams ?? []) given.push({ subjectKind: 'team', subjectId, role })
  if (isDraft) given.push({ subjectKind: 'person', subjectId: sample.owner, role: 'editor' })
  else if (sample.restricted || sample.visibility !== 'members')
    given.push({ subjectKind: 'person', subjectId: viewer.id, role })
  if (given.length === 0) return
  const because = 'Came with the sample library'
  await tx.insert(access).values(given.map((row) => ({ ...row, postmortemId, because, givenById: viewer.id })))
}

async function writeChangeStates(tx: Database, postmortemId: string, states: ChangeState[]): Promise<void> {
  for (const { itemId, ...state } of states) {
    await tx
      .insert(changeProgress)
      .values({ postmortemId, itemId, ...state })
      .onConflictDoUpdate({ target: [changeProgress.postmortemId, changeProgress.itemId], set: state })
  }
}

function sampleViewer(id: string): Viewer {
  const { teams: teamIds, ...person } = organisation.people.find((known) => known.id === id)!
  return { ...person, role: 'member', theme: 'auto', teamIds }
}
