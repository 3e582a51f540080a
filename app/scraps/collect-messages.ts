import type { EntryType } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'
import { withEmoji } from './emoji-codes.ts'
import { guessType } from './guess-type.ts'
import type { Candidate, PassedOver, Place } from './reading.ts'
import type { Line } from './text-lines.ts'

export interface MessageHead {
  moment: Moment
  speaker: string
  /** The first line of its text, where that stands in the line of the head. */
  text?: string
  place: Place
  thread?: number
  /** Where the source says what it was; otherwise it is guessed from the words. */
  type?: EntryType
}

/** Puts the lines of a chat or a log together to messages, while they are read from top to bottom. */
export interface MessageCollector {
  begin(head: MessageHead): void
  /** A line of text: it belongs to the message that is open, or to nothing. */
  add(line: Line): void
  pass(line: Line, why: PassedOver['why']): void
  /** The open message is marked as edited. */
  edited(): void
  /** The open message answers an earlier one. */
  answers(candidate: number): void
  readonly isOpen: boolean
  /** Whether the open message has a word yet. */
  readonly hasText: boolean
  /** How many messages have begun. */
  readonly count: number
  textOf(candidate: number): string
  finish(): { candidates: Candidate[]; passedOver: PassedOver[] }
}

interface Open extends MessageHead {
  lines: string[]
  to: number
  wasEdited: boolean
}

export function collectMessages(): MessageCollector {
  const candidates: Candidate[] = []
  const passedOver: PassedOver[] = []
  let open: Open | null = null

  function settle() {
    if (open) candidates.push(candidateOf(open))
    open = null
  }
  return {
    get isOpen() {
      return open !== null
    },
    get hasText() {
      return open?.lines.some((line) => line.trim()) ?? false
    },
    get count() {
      return candidates.length + (open ? 1 : 0)
    },
    textOf: (candidate) => candidates[candidate]?.text ?? '',
    begin(head) {
      settle()
      open = { ...head, lines: head.text ? [head.text] : [], to: head.place.to, wasEdited: false }
    },
    add(line) {
      if (!open) {
        this.pass(line, 'not-understood')
        return
      }
      open.lines.push(line.text)
      open.to = line.to
    },
    pass({ text, line, from, to }, why) {
      passedOver.push({ place: { line, from, to }, text: text.trim().slice(0, 300), why })
    },
    edited() {
      if (open) open.wasEdited = true
    },
    answers(candidate) {
      if (open) open.thread = candidate
    },
    finish() {
      settle()
      return { candidates, passedOver }
    },
  }
}

const EDITED_AT_END = /\s*[([](?:edited|bearbeitet|modifié|editado)[)\]]\s*$/i
const DELETED = /^(?:this message (?:was|has been) deleted\.?|\(?message deleted\)?|<message deleted>)$/i
const CAME_OR_WENT =
  /^(?:(?:has |have )?(?:joined|left)(?: (?:the )?(?:#\S+|channel|chat|meeting|conversation|group|room))?\.?(?: along with .*)?$|(?:was|were) (?:added to|removed from) |(?:set|changed|cleared) the (?:channel|group|topic|conversation)|renamed the |archived the |(?:started|ended) (?:a|the) (?:huddle|call|meeting)|pinned a message|added an integration)/i

function candidateOf({ moment, speaker, lines, place, to, thread, wasEdited, type }: Open): Candidate {
  const raw = lines.join('\n').trim()
  const mark = EDITED_AT_END.exec(raw)
  const text = withEmoji(mark ? raw.slice(0, mark.index) : raw)
  const aside = asideOf(text)
  return {
    moment,
    type: type ?? (aside ? null : guessType(text)),
    speaker,
    text,
    place: { ...place, to },
    ...(aside && { aside }),
    ...((wasEdited || mark) && { edited: true as const }),
    ...(thread !== undefined && { thread }),
    ...linkIn(text),
  }
}

/** What a message is when it says nothing of its own. */
export function asideOf(text: string): Candidate['aside'] {
  if (text === '') return 'no-words'
  if (text.length > 300) return undefined
  if (DELETED.test(text)) return 'deleted'
  return CAME_OR_WENT.test(text) ? 'came-or-went' : undefined
}

/** A message that is a link, with or without a few words, is evidence of where it leads to. */
export function linkIn(text: string): { link?: string } {
  const [link] = /https?:\/\/[^\s<>"'`]{3,1900}/.exec(text.slice(0, 4000)) ?? []
  const clean = link?.replace(/[).,;:!?\]]+$/, '')
  return clean && URL.canParse(clean) ? { link: clean } : {}
}
