import type { Editor } from '@tiptap/core'
import Server from 'lucide-react/icons/server'
import User from 'lucide-react/icons/user'
import Users from 'lucide-react/icons/users'
import { newItemId } from '#app/document/new-item-id.ts'
import type { EditorHost } from '../editor-host.ts'
import type { OpenTypeahead } from '../typeahead.ts'
import type { TypeaheadOffer, TypeaheadOption } from '../typeahead-option.ts'
import { useStore } from '../use-store.ts'
import type { Option } from '../writing-options.ts'
import type { MentionName } from './mention-names.ts'
import { makeParticipant, putMention } from './put-mention.ts'
import { useAnswer } from './use-answer.ts'

interface Found {
  personId: string
  participantId: string | null
  name: string
  label: string
}

/** Of each kind: before anything is typed, and then. */
const FIRST = 4
const MOST = 6

/** People by name or role, teams and services. Without a connection, the people who are in the text already. */
export function useMentionOffer({
  host,
  editor,
  open,
}: {
  host: EditorHost
  editor: Editor
  open: OpenTypeahead
}): TypeaheadOffer {
  const known = useStore(host.names.known)
  const { answer, state } = useAnswer<{ people: Found[] }>(
    `${host.names.address}?people=${encodeURIComponent(open.query.trim())}`,
  )
  const words = open.query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const people = state === 'away' ? peopleKnown(known) : (answer?.people ?? [])
  const groups = [
    {
      title: 'People',
      options: people
        .filter(({ name, label }) => fits(`${name} ${label}`))
        .slice(0, words.length > 0 ? MOST : FIRST)
        .map((found) => personOption(found)),
    },
    { title: 'Teams', options: listed(host.options.teams, 'team', <Users aria-hidden="true" size={16} />) },
    { title: 'Services', options: listed(host.options.services, 'service', <Server aria-hidden="true" size={16} />) },
  ].filter(({ options }) => options.length > 0)

  if (state === 'away') return { groups, says: 'No connection: only who is in this text already can be found.' }
  if (groups.length === 0 && state === 'answered' && words.length === 1) return { groups, says: 'Nobody of that name.' }
  return { groups }

  function listed(options: Option[], kind: 'team' | 'service', icon: React.ReactNode): TypeaheadOption[] {
    return options
      .filter(({ name }) => fits(name))
      .slice(0, words.length > 0 ? MOST : FIRST)
      .map(({ id, name }) => ({
        id: `${kind}-${id}`,
        label: name,
        icon,
        take: (at) => putMention(at, kind, id),
      }))
  }

  function personOption({ personId, participantId, name, label }: Found): TypeaheadOption {
    return {
      id: `person-${personId}`,
      label: name,
      detail: label === name ? 'appears by name' : `appears as “${label}”`,
      icon: <User aria-hidden="true" size={16} />,
      take() {
        const id = participantId ?? newItemId()
        host.names.learn('person', id, { label, ...(label !== name && { detail: name }) })
        putMention(editor, 'person', id)
        if (!participantId) void makeParticipant(editor, host, { personId, participantId: id, label })
      },
    }
  }
}

function peopleKnown(known: ReadonlyMap<string, MentionName | null>): Found[] {
  return [...known].flatMap(([key, name]) => {
    const id = /^person:(.*)$/.exec(key)?.[1]
    return id && name ? [{ personId: id, participantId: id, name: name.detail ?? name.label, label: name.label }] : []
  })
}
