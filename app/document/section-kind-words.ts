import type { SectionKind } from './section-kind.ts'

/** What a section of a kind holds, for whoever makes a template. */
export const sectionKindWords: Record<SectionKind, { word: string; holds: string }> = {
  prose: { word: 'prose', holds: 'text' },
  timeline: { word: 'timeline', holds: 'entries with times' },
  accounts: { word: 'accounts', holds: 'how it looked, side by side' },
  causes: { word: 'causes', holds: 'conditions of the system' },
  changes: { word: 'changes', holds: 'what will be different' },
  questions: { word: 'questions', holds: 'what is not known yet' },
  thanks: { word: 'thanks', holds: 'to whom, and for what' },
  lessons: { word: 'lessons', holds: 'one sentence each' },
}
