import type { Viewer } from './viewer.ts'

/** What is asked of a post-mortem. `see-access` is the panel "who can see this". */
export type Act = 'read-draft' | 'read-published' | 'comment' | 'edit' | 'see-access' | 'share' | 'publish' | 'manage'
export type AccessRole = 'owner' | 'editor' | 'commenter' | 'reader'

/** What the policy has to know about one post-mortem and one viewer; read by `standingOf`. */
export interface Standing {
  state: 'draft' | 'in_review' | 'published' | 'archived' | 'not_required'
  visibility: 'invited' | 'teams' | 'members'
  restricted: boolean
  trashed: boolean
  /** Whether a published version stands and its ten minutes to undo are over. */
  publishedForAll: boolean
  hasPublishedVersion: boolean
  /** The strongest role of the viewer, of a team of theirs, or null when nobody invited them. */
  role: AccessRole | null
  /** Whether one of the viewer's teams is a team of the post-mortem. */
  inItsTeams: boolean
}

const acts: Record<AccessRole, readonly Act[]> = {
  owner: ['read-draft', 'read-published', 'comment', 'edit', 'see-access', 'share', 'publish', 'manage'],
  editor: ['read-draft', 'read-published', 'comment', 'edit', 'see-access', 'share', 'publish'],
  commenter: ['read-draft', 'read-published', 'comment', 'see-access'],
  reader: ['read-draft', 'read-published', 'see-access'],
}

/**
 * The one policy: pages, resource routes, sockets and buttons all ask here, and search rows by the same rule in SQL.
 * Being an admin gives nothing on a draft: whoever is not invited does not read it.
 */
export function may(viewer: Viewer | null, act: Act, standing: Standing): boolean {
  if (!viewer) return false
  if (standing.role && acts[standing.role].includes(act)) return !standing.trashed || standing.role === 'owner'
  if (act !== 'read-published' || standing.trashed) return false
  if (!standing.publishedForAll || standing.restricted) return false
  return standing.visibility === 'members' || (standing.visibility === 'teams' && standing.inItsTeams)
}
