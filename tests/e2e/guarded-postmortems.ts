import type { Visitor } from './visitor.ts'

/** Post-mortems of Ada's that neither another member nor an admin was invited to, each with a file, by why they are not shown. */
export type Guarded = Record<
  'draft' | 'restricted' | 'trashed' | 'unpublished',
  { reference: string; title: string; fileId: string }
>

/**
 * Makes them of the sample library, of which the admin takes hold: each is handed over to Ada, who takes the admin's access back.
 * Their titles are what must stand nowhere else.
 */
export async function makeGuarded(admin: Visitor, ada: Visitor, adaId: string, adminId: string): Promise<Guarded> {
  const made = {
    draft: { reference: 'PM-13', title: '', fileId: '' },
    restricted: { reference: 'PM-2', title: '', fileId: '' },
    trashed: { reference: 'PM-3', title: '', fileId: '' },
    unpublished: { reference: 'PM-4', title: '', fileId: '' },
  }
  for (const [why, postmortem] of Object.entries(made)) {
    const at = `/postmortems/${postmortem.reference}`
    if (why !== 'draft') await admin.do(`${at}/access`, { intent: 'take-over', because: 'It is to be Ada’s.' })
    await admin.do(`${at}/access`, { intent: 'hand-over', person: adaId })
    await ada.do(`${at}/access`, { intent: 'revoke', kind: 'person', id: adminId })
    await ada.do(`${at}/access`, {
      intent: 'visibility',
      visibility: 'members',
      ...(why === 'restricted' ? { restricted: 'yes' } : {}),
    })
    postmortem.fileId = await addFile(ada, postmortem.reference)
    if (why === 'unpublished') await ada.do(`${at}/manage`, { intent: 'unpublish', because: 'A partner asked for it.' })
    const { body } = await ada.ask(why === 'restricted' || why === 'trashed' ? at : `${at}/write`)
    postmortem.title = /<title>(.*?) · /.exec(body)?.[1] ?? ''
    if (!postmortem.title) throw new Error(`${at} has no title: ${body.slice(0, 500)}`)
    if (why === 'trashed') await ada.do(`${at}/manage`, { intent: 'trash' })
  }
  return made
}

async function addFile(ada: Visitor, reference: string): Promise<string> {
  const fileId = `${reference.toLowerCase().replace('-', '')}filexxxxxxxxxxxxxxxxxx`.slice(0, 24)
  const headers = { Origin: ada.url, 'X-File-Name': 'gateway.log' }
  const { status, body } = await ada.ask(`/files/${fileId}?of=${reference}`, {
    method: 'PUT',
    headers,
    body: '14:02 declined',
  })
  if (status !== 201) throw new Error(`The file was answered with ${status}: ${body}`)
  return fileId
}
