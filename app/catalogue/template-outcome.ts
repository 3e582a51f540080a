/**
 * `not-allowed`: templates are changed by admins. `no-such-template`: it, or the version, is not there. `name-taken`: another
 * template in use has the name. `changed-meanwhile`: someone has since changed it. `not-now`: it is retired, or in use already,
 * as the act would have it. `is-default`, `is-last`: it is the one to start with, so another one has to be that first.
 */
export type TemplateRefusal =
  | 'not-allowed'
  | 'no-such-template'
  | 'name-taken'
  | 'changed-meanwhile'
  | 'not-now'
  | 'is-default'
  | 'is-last'
export type TemplateOutcome<Done = object> = ({ ok: true } & Done) | { ok: false; reason: TemplateRefusal }
