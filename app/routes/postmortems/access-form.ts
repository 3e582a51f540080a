import { z } from 'zod'

const role = z.enum(['editor', 'commenter', 'reader'], { error: 'Choose what they may do.' })
const because = z.string().trim().max(300, 'At most 300 characters, please.').default('')

export const InvitePerson = z.object({
  person: z.string('Choose a person.').min(1, 'Choose a person.').max(64),
  role,
  because,
})
export const InviteTeam = z.object({ team: z.string('Choose a team.').min(1, 'Choose a team.').max(64), role, because })
export const InviteEmail = z.object({
  email: z.email('This does not read like an e-mail address, as in mara@skerry.example.').max(254),
  role,
  because,
})
export const MakeLink = z.object({ role })
export const Revoke = z.object({ kind: z.enum(['person', 'team', 'link']), id: z.string().max(64) })
