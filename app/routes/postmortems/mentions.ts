import { data } from 'react-router'
import { z } from 'zod'
import { databaseContext, viewerContext } from '#app/context.ts'
import { MentionKey } from '#app/document/mention.ts'
import { findMentionable } from '#app/postmortems/find-mentionable.server.ts'
import { mentionPerson } from '#app/postmortems/mention-person.server.ts'
import { findLinkable } from '#app/reading/linked-postmortems.server.ts'
import { mentionNames } from '#app/reading/mention-names.server.ts'
import type { Route } from './+types/mentions.ts'
import { foundOr404 } from './found-or-404.server.ts'

const Words = z.string().max(100)
const Keys = z
  .string()
  .transform((keys) => keys.split(','))
  .pipe(z.array(MentionKey).max(100))
const Asked = z.union([z.object({ people: Words }), z.object({ postmortems: Words }), z.object({ names: Keys })])
const id = z.string().regex(/^[\w-]{1,64}$/)
const Mentioned = z.object({ personId: id, participantId: id })

const headers = { 'Cache-Control': 'private, no-store' }

/**
 * For whoever writes in a draft: `?people=` finds who can be mentioned, `?postmortems=` what can be linked to, and `?names=`
 * says what the mentions of the text stand for.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { id: postmortemId } = await foundOr404(context, params.postmortem, 'read-draft')
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) throw data('Ask with people, postmortems or names.', { status: 400 })
  const query = asked.data
  if ('people' in query)
    return Response.json({ people: await findMentionable(db, postmortemId, query.people) }, { headers })
  if ('postmortems' in query)
    return Response.json({ postmortems: await findLinkable(db, viewer, query.postmortems, postmortemId) }, { headers })
  return Response.json({ names: await mentionNames(db, viewer, postmortemId, query.names) }, { headers })
}

/** Someone is mentioned who was not in this post-mortem yet. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { id: postmortemId } = await foundOr404(context, params.postmortem, 'read-draft')
  const form = Mentioned.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) throw data('Give personId and participantId.', { status: 400 })
  const outcome = await mentionPerson(
    context.get(databaseContext),
    context.get(viewerContext)!,
    postmortemId,
    form.data,
  )
  return Response.json(outcome, { status: outcome.ok ? 200 : 409, headers })
}
