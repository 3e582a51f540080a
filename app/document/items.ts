import { z } from 'zod'
import { Moment } from './moment.ts'

/**
 * The attributes of every structured item, written once: the editor's nodes, the importers, the command line and the
 * rows all parse with these. The rich text of an item is the content of its node, not an attribute.
 */
export const entryTypes = ['seen', 'thought', 'said', 'done', 'decided', 'changed'] as const
export type EntryType = (typeof entryTypes)[number]

export const milestones = ['first-effect', 'first-noticed', 'first-relief', 'normal-again', 'no-effect'] as const
export type Milestone = (typeof milestones)[number]

export const causeRoles = ['possible', 'hidden', 'worse', 'limited', 'sensible'] as const
export type CauseRole = (typeof causeRoles)[number]

export const strengths = ['stronger', 'intermediate', 'weaker'] as const
export type Strength = (typeof strengths)[number]

export const changeDecisions = ['doing', 'deciding', 'not-doing'] as const
export type ChangeDecision = (typeof changeDecisions)[number]

const id = z.string().min(1).max(64)
const ids = z.array(id).max(200).default([])

/**
 * Where something is written: a link, a snippet kept with its source, or a file of the post-mortem. `name`, `bytes` and
 * `mediaType` are those of the file `fileId`, which never change; `alt` says what an image shows.
 */
export const Evidence = z.object({
  id,
  kind: z.enum(['link', 'snippet', 'file']),
  source: z.string().max(200).default(''),
  href: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  text: z.string().max(20_000).default(''),
  capturedAt: z.iso.datetime().nullable().default(null),
  fileId: id.nullable().default(null),
  name: z.string().max(250).default(''),
  bytes: z.number().int().nonnegative().default(0),
  mediaType: z.string().max(100).default(''),
  alt: z.string().max(500).default(''),
})
export type Evidence = z.infer<typeof Evidence>

export const TimelineEntry = Moment.extend({
  id,
  type: z.enum(entryTypes).nullable().default(null),
  milestones: z.array(z.enum(milestones)).max(5).default([]),
  evidence: z.array(Evidence).max(50).default([]),
})
/**
 * `from` is a role, a team or a participant's id. What it looks at is the timeline entry `entryId`, or where no entry stands
 * for it a moment of its own.
 */
export const Account = Moment.extend({
  id,
  from: z.string().max(120).default(''),
  entryId: id.nullable().default(null),
})
/** `entries`: ids of the timeline entries it rests on; `noChangeBecause`: the reason when nothing will change. */
export const Cause = z.object({
  id,
  role: z.enum(causeRoles).nullable().default(null),
  factors: ids,
  entries: ids,
  evidence: z.array(Evidence).max(50).default([]),
  noChangeBecause: z.string().max(1000).nullable().default(null),
})
/**
 * A change's state, due date and tracker link are rows, because they move after publishing. `decision` and `because`
 * are part of the text: what was decided when it was written.
 */
export const Change = z.object({
  id,
  causes: ids,
  strength: z.enum(strengths).nullable().default(null),
  teamId: id.nullable().default(null),
  decision: z.enum(changeDecisions).default('doing'),
  because: z.string().max(1000).default(''),
  decideBy: z.iso.date().nullable().default(null),
  mayMakeHarder: z.string().max(1000).default(''),
})
export const Question = z.object({ id, answered: z.boolean().default(false), answer: z.string().max(4000).default('') })
/** `to` is a role, a team or someone outside, as typed; `teamId` or `participantId` when it was chosen from a list. */
export const Thanks = z.object({
  id,
  to: z.string().max(120).default(''),
  teamId: id.nullable().default(null),
  participantId: id.nullable().default(null),
})
export const Lesson = z.object({ id, causes: ids, changes: ids })

export type TimelineEntry = z.infer<typeof TimelineEntry>
export type Account = z.infer<typeof Account>
export type Cause = z.infer<typeof Cause>
export type Change = z.infer<typeof Change>
export type Question = z.infer<typeof Question>
export type Thanks = z.infer<typeof Thanks>
export type Lesson = z.infer<typeof Lesson>

/** Node name → attributes. The names are the node names of the ProseMirror schema and the `kind` of rows. */
export const itemShapes = {
  timelineEntry: TimelineEntry,
  account: Account,
  cause: Cause,
  change: Change,
  question: Question,
  thanks: Thanks,
  lesson: Lesson,
} as const
export type ItemKind = keyof typeof itemShapes
export const itemKinds = Object.keys(itemShapes) as ItemKind[]

/** Whether the name of a node is that of an item. */
export function isItemKind(name: string): name is ItemKind {
  return Object.hasOwn(itemShapes, name)
}
