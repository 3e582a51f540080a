import Link2 from 'lucide-react/icons/link-2'
import Users from 'lucide-react/icons/users'
import { Form } from 'react-router'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import type { ShownAccess } from './access.tsx'

export const roleWords = {
  owner: 'owner',
  editor: 'writes',
  commenter: 'comments',
  reader: 'reads',
}

/** Everyone who was invited, with what they may do, why and since when. */
export function AccessRows({
  rows,
  zone,
  mayShare,
  viewerId,
}: {
  rows: ShownAccess['given']
  zone: string
  mayShare: boolean
  viewerId: string
}) {
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
      {rows.map((row) => {
        const own = row.kind === 'person' && row.id === viewerId
        const name = row.kind === 'link' ? (row.name ? `Link for ${row.name}` : 'Invitation link') : row.name
        return (
          <li key={`${row.kind} ${row.id}`} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <Picture kind={row.kind} name={row.name} />
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-[550]">
                {name}
                <Chip tone={row.role === 'owner' ? 'accent' : 'neutral'}>{roleWords[row.role]}</Chip>
                {row.suspended && <Chip tone="note">suspended</Chip>}
              </p>
              <p className="meta mt-0.5">
                {row.because && `${row.because} · `}since <DateTime at={row.since} zone={zone} show="date" />
                {row.givenBy && row.role !== 'owner' && `, by ${row.givenBy}`}
                {row.members !== null && ` · ${row.members === 1 ? '1 person' : `${row.members} people`}`}
                {row.expiresAt && (
                  <>
                    {' · '}works until <DateTime at={row.expiresAt} zone={zone} show="date" />
                  </>
                )}
              </p>
            </div>
            {row.role !== 'owner' && (mayShare || own) && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="kind" value={row.kind} />
                <input type="hidden" name="id" value={row.id} />
                <Button type="submit" name="intent" value="revoke" variant="quiet">
                  {own ? 'Leave it' : 'Take back'}
                  <span className="sr-only">: {name}</span>
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Picture({ kind, name }: { kind: 'person' | 'team' | 'link'; name: string }) {
  if (kind === 'person') return <Avatar name={name || null} />
  const Icon = kind === 'team' ? Users : Link2
  return (
    <span className="grid size-[26px] shrink-0 place-items-center rounded-full bg-sunken text-ink-2">
      <Icon aria-hidden="true" size={14} />
    </span>
  )
}
