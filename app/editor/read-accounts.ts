import { accountsByMoment } from '#app/document/accounts-by-moment.ts'
import type { ExtractedSection } from '#app/document/extract.ts'
import type { Account } from '#app/document/items.ts'

/** Where an account stands beside the others that look at the same moment. */
export interface AccountPlace {
  attributes: Account
  /** How many accounts look at its moment, itself among them. */
  views: number
  /** Views of one moment that follow each other stand side by side; an odd last one takes the row. */
  column: 'whole' | 'left' | 'right'
  /** The one of the same moment that stands further up, with something else between. */
  apartFrom: string | null
}

/** The accounts of a document by id, those of one moment in the order they were written. */
export function readAccounts(
  sections: readonly ExtractedSection[],
  isEntry: (id: string) => boolean,
): Map<string, AccountPlace> {
  const places = new Map<string, AccountPlace>()
  for (const { items } of sections) {
    const accounts = items
      .filter(({ kind }) => kind === 'account')
      .map((item) => ({ id: item.id, attributes: item.attributes as unknown as Account, at: items.indexOf(item) }))
    for (const group of accountsByMoment(accounts, isEntry)) {
      for (const [place, account] of group.entries()) {
        const follows = (one: number) => group[one]!.at === (group[one - 1]?.at ?? Number.NaN) + 1
        let first = place
        while (follows(first)) first--
        const isLast = place === group.length - 1 || !follows(place + 1)
        places.set(account.id, {
          attributes: account.attributes,
          views: group.length,
          column: (place - first) % 2 === 1 ? 'right' : isLast ? 'whole' : 'left',
          apartFrom: first === place && place > 0 ? group[place - 1]!.id : null,
        })
      }
    }
  }
  return places
}
