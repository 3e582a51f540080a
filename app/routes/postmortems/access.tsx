import { data, redirect } from 'react-router'
import {
  clientAddressContext,
  databaseContext,
  environmentContext,
  liveEditingContext,
  viewerContext,
} from '#app/context.ts'
import { findPeople, openTeams } from '#app/people/find-people.server.ts'
import { createInvitation } from '#app/people/invitations.server.ts'
import { countAttempt } from '#app/people/limit-attempts.server.ts'
import { linkTo } from '#app/people/link-to.ts'
import { sendMail } from '#app/people/mail.server.ts'
import { invitationMail } from '#app/people/mail-words.ts'
import { may } from '#app/people/permissions.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { accessHistory } from '#app/postmortems/access-history.server.ts'
import { countReaders } from '#app/postmortems/count-readers.server.ts'
import { findPostmortem } from '#app/postmortems/find-postmortem.server.ts'
import { type GiveRefusal, giveAccess } from '#app/postmortems/give-access.server.ts'
import { handOver, takeOver } from '#app/postmortems/hand-over.server.ts'
import { inviteByEmail } from '#app/postmortems/invite-by-email.server.ts'
import { listAccess } from '#app/postmortems/list-access.server.ts'
import { postmortemIdOf } from '#app/postmortems/postmortem-id-of.server.ts'
import { numberIn, referenceOf } from '#app/postmortems/reference.ts'
import { revokeAccess } from '#app/postmortems/revoke-access.server.ts'
import { setVisibility } from '#app/postmortems/set-visibility.server.ts'
import { toMinute } from '#app/postmortems/to-minute.ts'
import { readPromise } from '#app/reading/read-version.server.ts'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import type { Route } from './+types/access.ts'
import { InviteEmail, InvitePerson, InviteTeam, MakeLink, Revoke } from './access-form.ts'
import { AccessPanel } from './access-panel.tsx'
import { foundOr404 } from './found-or-404.server.ts'
import { TakeOver } from './take-over.tsx'
import { readVisibility } from './visibility-fields.tsx'

/** What came of a form: a sentence, a link to hand on, or what has to be mended. */
export interface AccessAnswer extends Partial<FormAnswer> {
  intent?: string
  done?: string
  link?: string
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const found = await findPostmortem(db, viewer, params.postmortem)
  if (!found || !may(viewer, 'see-access', found.standing)) {
    // An admin who was not invited learns nothing here but that there is something to take over.
    const number = numberIn(params.postmortem)
    if (viewer.role === 'admin' && number !== null && (await postmortemIdOf(db, number)))
      return { takeOver: referenceOf(number) }
    throw data(null, { status: 404 })
  }
  const { id, visibility, restricted, standing, reference, title, zone } = found
  const mayShare = may(viewer, 'share', standing)
  const [invited, teams, members] = await Promise.all(
    (['invited', 'teams', 'members'] as const).map((to) => countReaders(db, id, { visibility: to, restricted: false })),
  )
  const given = await listAccess(db, id)
  const givenTo = new Set(given.map((row) => row.id))
  return {
    reference,
    title,
    zone,
    visibility,
    restricted,
    isPublished: found.publishedVersionId !== null,
    mayShare,
    mayHandOver: may(viewer, 'manage', standing),
    viewerId: viewer.id,
    isAdmin: viewer.role === 'admin',
    organisation: (await readPromise(db)).name,
    counts: { invited: invited!, teams: teams!, members: members! },
    given: given.map(({ since, link, ...row }) => ({
      ...row,
      since: since.toISOString(),
      expiresAt: link?.expiresAt.toISOString() ?? null,
    })),
    history: (await accessHistory(db, id)).map(({ at, ...event }) => ({ ...event, at: toMinute(at) })),
    people: mayShare
      ? (await findPeople(db)).map(({ id: personId, name, roleTitle }) => ({ id: personId, name, roleTitle }))
      : [],
    teams: mayShare ? (await openTeams(db)).filter((team) => !givenTo.has(team.id)) : [],
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const live = context.get(liveEditingContext)
  const environment = context.get(environmentContext)
  const form = await request.formData()
  const intent = String(form.get('intent'))

  if (intent === 'take-over') {
    const number = numberIn(params.postmortem)
    const id = number === null ? null : await postmortemIdOf(db, number)
    const taken = id ? await takeOver(db, viewer, id, String(form.get('because') ?? '')) : null
    if (taken?.ok) return redirect(`/postmortems/${params.postmortem}/access`)
    if (taken?.reason !== 'no-reason') throw data(null, { status: 404 })
    const problems = { because: ['Say why: everyone who is invited will read it.'] }
    return data<AccessAnswer>({ intent, ...answerTo(form, { problems }) }, { status: 400 })
  }

  const { id, title } = await foundOr404(context, params.postmortem, 'see-access')
  const mended = (answer: FormAnswer) => data<AccessAnswer>({ intent, ...answer }, { status: 400 })
  const refused = (reason: GiveRefusal | 'is-owner') =>
    data<AccessAnswer>({ intent, ...answerTo(form, { message: explain[reason] }) }, { status: 409 })

  switch (intent) {
    case 'person': {
      const read = readForm(InvitePerson, form)
      if (!read.ok) return mended(read.answer)
      const { person, ...gift } = read.value
      const outcome = await giveAccess(db, viewer, id, { kind: 'person', id: person, ...gift })
      if (!outcome.ok) return refused(outcome.reason)
      live.close({ personId: person, postmortemId: id })
      return data<AccessAnswer>({ done: `${outcome.name} can see it now.` })
    }
    case 'team': {
      const read = readForm(InviteTeam, form)
      if (!read.ok) return mended(read.answer)
      const { team, ...gift } = read.value
      const outcome = await giveAccess(db, viewer, id, { kind: 'team', id: team, ...gift })
      return outcome.ok ? data<AccessAnswer>({ done: `${outcome.name} can see it now.` }) : refused(outcome.reason)
    }
    case 'email': {
      const read = readForm(InviteEmail, form)
      if (!read.ok) return mended(read.answer)
      // Our mail goes to whatever address is typed here: nobody writes to the world with it.
      const tried = { account: viewer.id, address: context.get(clientAddressContext) }
      const counted = await countAttempt(db, 'invite-by-mail', tried)
      if (!counted.ok) {
        const message = tryAgainWords(counted.again)
        return data<AccessAnswer>({ intent, ...answerTo(form, { message }) }, { status: 429 })
      }
      const outcome = await inviteByEmail(db, viewer, id, read.value)
      if (!outcome.ok) return refused(outcome.reason)
      if ('name' in outcome)
        return data<AccessAnswer>({ done: `${outcome.name} has an account here and can see it now.` })
      const link = linkTo(environment, request, `/join/${outcome.token}`)
      const { name } = await readPromise(db)
      const mailed = await sendMail(environment, { to: read.value.email, ...invitationMail(name, viewer.name, link) })
      const done = mailed.ok
        ? `A mail with the link is on its way to ${read.value.email}. You can also hand it on yourself.`
        : 'No mail was sent. Hand this link on yourself; it works once, for seven days.'
      return data<AccessAnswer>({ done, link })
    }
    case 'link': {
      const read = readForm(MakeLink, form)
      if (!read.ok) return mended(read.answer)
      const made = await createInvitation(db, viewer, { postmortemId: id, postmortemRole: read.value.role })
      if (!made.ok) return refused('not-allowed')
      const link = linkTo(environment, request, `/join/${made.token}`)
      return data<AccessAnswer>({ done: 'The link works once, for seven days. It is shown this one time.', link })
    }
    case 'revoke': {
      const read = readForm(Revoke, form)
      if (!read.ok) return mended(read.answer)
      const outcome = await revokeAccess(db, viewer, id, read.value)
      if (!outcome.ok) return refused(outcome.reason)
      if (read.value.kind === 'person') live.close({ personId: read.value.id, postmortemId: id })
      else live.close({ postmortemId: id })
      if (read.value.id === viewer.id) return redirect('/postmortems')
      return data<AccessAnswer>({ done: `${outcome.name || 'They'} no longer can see it.` })
    }
    case 'hand-over': {
      const outcome = await handOver(db, viewer, id, String(form.get('person') ?? ''))
      if (!outcome.ok) return refused(outcome.reason)
      live.close({ postmortemId: id })
      return data<AccessAnswer>({ done: `${outcome.name} owns “${title || 'Untitled'}” now. You stay as an editor.` })
    }
    case 'visibility': {
      const outcome = await setVisibility(db, viewer, id, readVisibility(form))
      return outcome.ok ? data<AccessAnswer>({ done: 'Changed.' }) : refused(outcome.reason)
    }
    default:
      throw data(null, { status: 400 })
  }
}

const explain: Record<GiveRefusal, string> = {
  'no-such-postmortem': 'It is not shared with you any more.',
  'not-allowed': 'Who sees it is decided by its owner and its editors.',
  'no-such-subject': 'They are not here any more. Choose again from the list.',
  'is-owner': 'This person owns it. Hand it over first.',
}

export const meta: Route.MetaFunction = () => [{ title: 'Who can see this · Candor' }]

export default function Access({ loaderData, actionData }: Route.ComponentProps) {
  if ('takeOver' in loaderData && loaderData.takeOver)
    return <TakeOver reference={loaderData.takeOver} problems={actionData?.problems?.because} />
  return <AccessPanel shown={loaderData as ShownAccess} answer={actionData} />
}

export type ShownAccess = Exclude<Awaited<ReturnType<typeof loader>>, { takeOver: string }>
