import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '#app/routes.ts'

/** Every address pattern of `routes.ts`, layouts left out: `postmortems/:postmortem/write`. */
export function routePatterns(entries: RouteConfigEntry[] = routes, base = ''): string[] {
  return entries.flatMap((entry) => {
    const path = [base, entry.path].filter(Boolean).join('/')
    const own = entry.path || entry.index ? [path || '/'] : []
    return [...own, ...routePatterns(entry.children ?? [], path)]
  })
}
