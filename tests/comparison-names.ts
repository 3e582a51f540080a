import type { ComparisonNames } from '#app/document/compare/difference.ts'
import { formatMoment } from '#app/ui/format-moment.ts'

/** Names for comparing documents of tests. */
export const comparisonNames: ComparisonNames = {
  time: formatMoment,
  factors: { f1: 'no signal' },
  teams: { t1: 'Edge' },
  services: { s1: 'Card gateway' },
  participants: { p1: 'payments engineer' },
  postmortems: {},
  terms: { sev1: 'SEV-1' },
}
