import { catalogueOptions } from '#app/catalogue/options.server.ts'
import type { ComparedState } from '#app/document/compare/compare-documents.ts'
import type { ComparisonNames } from '#app/document/compare/difference.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { readingNames } from '#app/reading/reading-names.server.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { Database } from '#db/client.ts'

/** What the ids in two states stand for; people as they chose to appear. */
export async function comparisonNames(
  db: Database,
  viewer: Viewer | null,
  postmortemId: string,
  states: readonly ComparedState[],
): Promise<ComparisonNames> {
  const names = await readingNames(db, viewer, postmortemId, {
    type: 'doc',
    content: states.flatMap(({ document }) => document.content),
  })
  const inUse = states.flatMap(({ facts }) => [facts.severityId, facts.kindId].filter((id) => id !== null))
  const { severities, kinds } = await catalogueOptions(db, inUse)
  return {
    ...names,
    terms: Object.fromEntries([...severities, ...kinds].map(({ id, name }) => [id, name])),
    time: formatMoment,
  }
}
