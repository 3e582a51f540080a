/**
 * Who is proposed to read a new post-mortem once it is published: everyone here, so that what was learned is found, except
 * for security, where who may read it is the first thing to decide.
 */
export function firstVisibility(templateKey: string): 'invited' | 'members' {
  return templateKey === 'security' ? 'invited' : 'members'
}
