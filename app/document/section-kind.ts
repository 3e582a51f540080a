/** What a section may hold, and which strictness its language notes have. The order is the reading order. */
export const sectionKinds = [
  'prose',
  'timeline',
  'accounts',
  'causes',
  'changes',
  'questions',
  'thanks',
  'lessons',
] as const

export type SectionKind = (typeof sectionKinds)[number]

/** What a section of a kind holds, for whoever makes a template. A kind is called by its own word. */
export const sectionKindHolds: Record<SectionKind, string> = {
  prose: 'text',
  timeline: 'entries with times',
  accounts: 'how it looked, side by side',
  causes: 'conditions of the system',
  changes: 'what will be different',
  questions: 'what is not known yet',
  thanks: 'to whom, and for what',
  lessons: 'one sentence each',
}
