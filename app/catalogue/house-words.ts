/** The lists of an organisation's own words, by their names in the linter's context. */
export const houseWordLists = ['roles', 'systems', 'twoFaced', 'allowed'] as const
export type HouseWordList = (typeof houseWordLists)[number]
export type HouseWords = Record<HouseWordList, string[]>

/** How the lists are called on the screen. */
export const listNames: Record<HouseWordList, string> = {
  roles: 'Roles',
  systems: 'Systems',
  twoFaced: 'Two-faced nouns',
  allowed: 'Allowed phrases',
}

/** How many entries a list has at most, and how long one of them is. The database holds the same numbers. */
export const houseWordLimits = { entries: 200, shortest: 2, longest: 80, wordsOfName: 3 } as const

/** The levels a rule can be given; without one it has its own. */
export const chosenLevels = ['off', 'info', 'hint', 'warn'] as const
export type ChosenLevel = (typeof chosenLevels)[number]
/** Rule id → the level it was given. */
export type RuleLevels = Record<string, ChosenLevel>
