import type { Standing } from '#app/people/permissions.ts'

export type Step = 'publish' | 'unpublish' | 'archive' | 'unarchive' | 'mark-not-required' | 'mark-required'

const from: Record<Step, readonly Standing['state'][]> = {
  publish: ['draft', 'in_review', 'published'],
  unpublish: ['published', 'archived'],
  archive: ['draft', 'in_review', 'published', 'not_required'],
  unarchive: ['archived'],
  'mark-not-required': ['draft', 'in_review'],
  'mark-required': ['not_required'],
}

/** Whether a post-mortem may take a step from where it stands. Who may ask for it is the policy's business. */
export function canStep(step: Step, { state, hasPublishedVersion, trashed }: Standing): boolean {
  if (trashed || !from[step].includes(state)) return false
  return step !== 'unpublish' || hasPublishedVersion
}
