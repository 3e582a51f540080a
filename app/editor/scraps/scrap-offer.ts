import type { RecognisedScrap } from '#app/scraps/read-scrap.ts'

/** What was pasted, dropped or chosen and has not been put anywhere yet. */
export interface ScrapOffer {
  /** Another one for each paste, file or scrap that is looked at. */
  id: string
  text: string
  /** What the clipboard had beside the text, for a plain paste. */
  html: string
  /** The name of the file it came in; '' for a paste. */
  name: string
  /** The format it most likely has; null: it is none of them, and may be kept as it is. */
  recognised: RecognisedScrap | null
  /** Whether it may be put into the text as it is: a paste, not a file. */
  pasted: boolean
  /** The scraps it stands in already, when it was opened from the drawer. */
  scrapIds: string[]
  /** Straight to the candidates, without asking. */
  look: boolean
}
