import type { Context } from './block.ts'

/** A context prepared for look-ups: every entry lower-cased, names also by each of their words. */
export interface Cast {
  people: ReadonlySet<string>
  teams: ReadonlySet<string>
  roles: ReadonlySet<string>
  systems: ReadonlySet<string>
  twoFaced: ReadonlySet<string>
  allowed: string[]
  levels: NonNullable<Context['levels']>
}

const NOBODY: Context = {}
const prepared = new WeakMap<Context, Cast>()

/** The prepared form of a context; made once per context object, so callers should keep theirs. */
export function castOf(context: Context = NOBODY): Cast {
  let cast = prepared.get(context)
  if (!cast) {
    const people = lower(context.people)
    cast = {
      people: new Set(people.flatMap((name) => [name, ...name.split(/\s+/).filter((part) => part.length > 1)])),
      teams: new Set(lower(context.teams)),
      roles: new Set(lower(context.roles)),
      systems: new Set(lower(context.systems)),
      twoFaced: new Set(lower(context.twoFaced)),
      allowed: lower(context.allowed),
      levels: context.levels ?? {},
    }
    prepared.set(context, cast)
  }
  return cast
}

function lower(list: string[] = []): string[] {
  return list.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== '')
}
