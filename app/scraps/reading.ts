import type { EntryType } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'

export const scrapFormats = [
  'slack-copy',
  'slack-export',
  'teams-copy',
  'plain-chat',
  'table',
  'alertmanager',
  'pagerduty',
  'log',
  'lines',
] as const
export type ScrapFormat = (typeof scrapFormats)[number]

/** Where something stands in the original: its first line, counted from 1, and its characters from 0. */
export interface Place {
  line: number
  from: number
  to: number
}

/** What may become a timeline entry. */
export interface Candidate {
  /** `at` is null where the time is none that exists, or its day is not known; `typed` is the time as the source writes it. */
  moment: Moment
  type: EntryType | null
  /** Whoever it is from, as the source names them; '' where it names nobody. */
  speaker: string
  text: string
  place: Place
  /** Not a message: someone came or went, a message that was taken back, one without words. Shown, never chosen by itself. */
  aside?: 'came-or-went' | 'deleted' | 'no-words'
  edited?: true
  /** The place in the list, from 0, of the candidate that this one answers. */
  thread?: number
  /** Where the source shows it, http or https. */
  link?: string
}

/** A stretch of the original that is no candidate, and why. `not-understood` is what somebody should look at. */
export interface PassedOver {
  place: Place
  text: string
  why: 'day' | 'head' | 'interface' | 'not-understood'
}

/** Every line of the original that is not blank is in a candidate or passed over. */
export interface Reading {
  format: ScrapFormat
  candidates: Candidate[]
  passedOver: PassedOver[]
  /** What was decided without being written in the original, for whoever looks at the candidates. */
  notes: string[]
}

/** What times in a source are read against. */
export interface ReadContext {
  /** IANA name of the zone that the source's clock shows. */
  zone: string
  /** The day of the incident, `2026-11-12`: the day of times that no day stands above. */
  day: string
  /** The day it is pasted on, for "Today" and "Yesterday". */
  today: string
}

/** How sure it is, from 0 to 1, that a text is of a format, and what says so. */
export interface Recognition {
  confidence: number
  why: string
}

/** One format of scraps: `recognise` looks at the beginning of a text, `read` takes the whole. Both take linear time. */
export interface ScrapReader {
  format: ScrapFormat
  recognise(head: string): Recognition
  read(text: string, context: ReadContext): Reading
}

export const notThis: Recognition = { confidence: 0, why: '' }
