import type { Page } from '@playwright/test'

/** Brings an open page into a state, or says why there is no such state. */
export type Arrange = ((page: Page) => Promise<void>) | { none: string }

/** How one route is visited: every state is arranged or has its reason. */
export interface PageVisits {
  /** The address in an organisation that has the sample library; made on the way where it is not known before. */
  filled: string | ((page: Page) => Promise<string>)
  /** The address in an organisation that has nothing yet. */
  empty: string | { none: string }
  /** Opens the page as nobody. */
  signedOut?: boolean
  /** Resolves when the page shows what it fetches after it is there. */
  shows?: (page: Page) => Promise<void>
  /** Makes the page say that something is wrong. */
  error: Arrange
  /** Opens what opens: a dialog, a menu, a drawer, a fold-out. */
  dialog: Arrange
}

/** Route pattern → how it is visited; null: it has no page. */
export type Pages = Record<string, PageVisits | null>
