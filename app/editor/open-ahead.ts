import { type LiveDocument, openLiveDocument } from './live-document.ts'

type Opening = Parameters<typeof openLiveDocument>

/**
 * Opens the draft that stands in the page to be read, before React has come to it: in a long draft the server answers
 * meanwhile. The text names it in `data-draft`, as JSON of what `openLiveDocument` takes.
 */
function openWhatStands(): { names: string; live: LiveDocument } | null {
  const names = document.querySelector<HTMLElement>('[data-draft]')?.dataset.draft
  return names ? { names, live: openLiveDocument(...(JSON.parse(names) as Opening)) } : null
}

let ahead = openWhatStands()

/** The live document of a draft, for one person: the one that was opened ahead, which is handed out once, or a new one. */
export function openOrTakeAhead(...opening: Opening): LiveDocument {
  const opened = ahead
  ahead = null
  if (opened?.names === JSON.stringify(opening)) return opened.live
  opened?.live.close()
  return openLiveDocument(...opening)
}
