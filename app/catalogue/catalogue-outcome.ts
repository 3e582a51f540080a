/**
 * `not-allowed`: the catalogue is changed by admins. `no-such-entry`: it is gone, or of another list. `name-taken`: another
 * entry in use has the name. `not-now`: it is retired, merged or in use already, as the act would have it.
 */
export type CatalogueRefusal = 'not-allowed' | 'no-such-entry' | 'name-taken' | 'not-now'
export type CatalogueOutcome<Done = object> = ({ ok: true } & Done) | { ok: false; reason: CatalogueRefusal }
