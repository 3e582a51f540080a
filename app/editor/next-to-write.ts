import type { SectionKind } from '#app/document/section-kind.ts'
import type { OutlineSection } from './read-outline.ts'

/** In which order a post-mortem is easiest to write; the rest follows as it stands, and "In short" comes last. */
const writingOrder = ['what-happened', 'accounts', 'allowed-it', 'changing', 'unknown', 'thanks', 'lessons']
/** The same for a section that has no key, such as one from an import. */
const keyOfKind: Partial<Record<SectionKind, string>> = {
  timeline: 'what-happened',
  accounts: 'accounts',
  causes: 'allowed-it',
  changes: 'changing',
  questions: 'unknown',
  thanks: 'thanks',
  lessons: 'lessons',
}

/** The section to write next, or null when there is something in each. */
export function nextToWrite(sections: readonly OutlineSection[]): OutlineSection | null {
  const place = ({ key, kind }: OutlineSection) => {
    if (key === 'in-short') return Number.POSITIVE_INFINITY
    const found = writingOrder.indexOf(key ?? keyOfKind[kind] ?? '')
    return found === -1 ? writingOrder.length : found
  }
  const open = sections.filter(({ progress, hiddenBecause }) => progress === 'empty' && hiddenBecause === null)
  return open.toSorted((one, other) => place(one) - place(other))[0] ?? null
}
