import type { ComponentProps } from 'react'
import type { Standing } from '#app/people/permissions.ts'
import { Chip } from '#app/ui/chip.tsx'

export const stateWords: Record<Standing['state'], string> = {
  draft: 'draft',
  in_review: 'in review',
  published: 'published',
  archived: 'archived',
  not_required: 'not required',
}

const tones: Record<Standing['state'], ComponentProps<typeof Chip>['tone']> = {
  draft: 'neutral',
  in_review: 'info',
  published: 'accent',
  archived: 'neutral',
  not_required: 'neutral',
}

/** The state of a post-mortem in a word. */
export function StateChip({ state }: { state: Standing['state'] }) {
  return <Chip tone={tones[state]}>{stateWords[state]}</Chip>
}
