import type { Outline } from './read-outline.ts'

/** Where a post-mortem is still silent: what nothing answers, by id, with its text. */
export interface OpenEnds {
  /** Causes that no change addresses and that do not say why. */
  causes: { id: string; text: string }[]
  /** Changes that rest on no cause. */
  changes: { id: string; text: string }[]
}

/** The open ends of a document in its order; what has no words yet and what is left out is not asked about. */
export function openEnds({ causes, changes, leftOut }: Pick<Outline, 'causes' | 'changes' | 'leftOut'>): OpenEnds {
  const asked = ([id, { text }]: [string, { text: string }]) => text !== '' && !leftOut.has(id)
  return {
    causes: [...causes]
      .filter((each) => asked(each))
      .filter(([, { changes: linked, attributes }]) => linked === 0 && !attributes.noChangeBecause)
      .map(([id, { text }]) => ({ id, text })),
    changes: [...changes]
      .filter((each) => asked(each))
      .filter(([, { attributes }]) => !attributes.causes.some((id) => causes.has(id)))
      .map(([id, { text }]) => ({ id, text })),
  }
}
