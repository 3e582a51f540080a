import type { SectionAttributes } from './document-json.ts'

/** A ready answer for a section in which nothing stands yet: text that says so, or a change that is still to be decided. */
export type EmptyAnswer = { label: string; text: string } | { label: string; change: 'deciding' }

const unknown: EmptyAnswer = { label: 'We don’t know yet', text: 'We don’t know yet.' }

/** Not knowing and not changing are answers. The ones that an empty section offers, as complete as anything written there. */
export function emptyAnswers({ key, kind }: Pick<SectionAttributes, 'key' | 'kind'>): EmptyAnswer[] {
  switch (kind) {
    case 'accounts':
    case 'causes':
      return [unknown]
    case 'changes':
      return [
        { label: 'Deciding by …', change: 'deciding' },
        { label: 'No change, because …', text: 'We are not changing anything, because ' },
      ]
    case 'questions':
      return [{ label: 'Nothing that we know of', text: 'Nothing that we know of.' }]
    case 'prose':
      if (key === 'in-short') return []
      return key === 'who-felt-it' ? [{ label: 'Nobody felt it', text: 'Nobody felt it.' }, unknown] : [unknown]
    default:
      return []
  }
}
