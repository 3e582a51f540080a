import { Suspense, useEffect, useLayoutEffect, useState } from 'react'
import { fetchLaterParts, laterPart } from './later-part.ts'
import './editor.css'
import './prose.css'
import './entry.css'
import './chips.css'
import './card.css'
import './files/files.css'
import './left-out.css'
import './cards.css'
import './timeline.css'
import './writing-tools.css'
import type { ChangeProgress } from './editor-host.ts'
import type { LiveDocument } from './live-document.ts'
import { openOrTakeAhead } from './open-ahead.ts'
import { endsWriting } from './save-state.ts'
import { SaveStatus } from './save-status.tsx'
import { usePart } from './use-store.ts'
import { WritingDesk } from './writing-desk.tsx'
import type { WritingOptions } from './writing-options.ts'

export interface PostmortemEditorProps {
  postmortem: { id: string; reference: string; meta: string }
  viewer: { id: string; name: string; timeZone: string }
  options: WritingOptions
  /** Due dates, tracker links and states of changes, by item id. */
  progress: Record<string, ChangeProgress>
  /**
   * Called before the screen is drawn: whether the text stands here, or what stood there before, the same text to be read, has
   * to stay.
   */
  onOpened: (opened: boolean) => void
}

const UnsentPanel = laterPart(() => import('./on-this-device/unsent-panel.tsx'))
/** So long after opening, in milliseconds, this device is tidied up: by then whoever opened the page is writing. */
const TIDY_AFTER = 5000
/** So long after opening, in milliseconds, the parts are fetched that nobody has asked for yet. */
const FETCH_AFTER = 8000

/**
 * The structured editor of one post-mortem, for one person among several: the shared document in, edits out as they are typed.
 * Browser only.
 */
export default function PostmortemEditor(props: PostmortemEditorProps) {
  const [live, setLive] = useState<LiveDocument | null>(null)
  const { id, reference } = props.postmortem
  const { id: viewerId, name } = props.viewer
  // The connection is asked for before the page is drawn: it takes longer than anything else.
  useLayoutEffect(() => {
    const opened = openOrTakeAhead({ id, reference }, { id: viewerId, name })
    setLive(opened)
    return () => opened.close()
  }, [id, reference, viewerId, name])
  return live && <Opened key={live.shared.guid} live={live} {...props} />
}

function Opened({ live, onOpened, ...props }: PostmortemEditorProps & { live: LiveDocument }) {
  const opened = usePart(live.saving, (saving) => saving.opened)
  const isStuck = usePart(live.saving, ({ connection, refusal }) => connection === 'disconnected' || refusal !== null)
  useLayoutEffect(() => {
    onOpened(opened)
    return () => onOpened(false)
  }, [opened, onOpened])
  return (
    <>
      <Unsent live={live} {...props} />
      {opened && <WritingDesk live={live} {...props} />}
      {!opened && isStuck && <SaveStatus live={live} zone={props.viewer.timeZone} className="mb-4" />}
    </>
  )
}

/** What could not be sent, of this draft or of others on this device. */
function Unsent({
  live,
  postmortem,
  viewer,
}: Pick<PostmortemEditorProps, 'postmortem' | 'viewer'> & { live: LiveDocument }) {
  const hasEnded = usePart(live.saving, ({ refusal, unsent }) => unsent && endsWriting.has(refusal))
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const isThere = () => live.saving.get().connection === 'connected'
    const timer = setTimeout(() => setDue(isThere), TIDY_AFTER)
    const fetching = setTimeout(() => isThere() && void fetchLaterParts(), FETCH_AFTER)
    return () => {
      clearTimeout(timer)
      clearTimeout(fetching)
    }
  }, [live])
  if (!hasEnded && !isDue) return null
  return (
    <Suspense fallback={null}>
      <UnsentPanel live={live} postmortem={postmortem} viewer={viewer} />
    </Suspense>
  )
}
