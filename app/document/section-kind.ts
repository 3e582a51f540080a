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
