import { EditorContent, useEditor } from '@tiptap/react'
import Keyboard from 'lucide-react/icons/keyboard'
import Maximize2 from 'lucide-react/icons/maximize-2'
import Minimize2 from 'lucide-react/icons/minimize-2'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { useToast } from '#app/ui/toast.tsx'
import { AddSectionButton } from './add-section-button.tsx'
import { AlsoHere } from './also-here.tsx'
import { AskPopover } from './ask-popover.tsx'
import { BesideDrawer } from './beside-drawer.tsx'
import { createHost } from './create-host.ts'
import { DocumentHead } from './document-head.tsx'
import type { EditorHost } from './editor-host.ts'
import { editorExtensions } from './extensions.ts'
import { FactsPanel } from './facts-panel.tsx'
import { Uploads } from './files/uploads.tsx'
import { goToSection } from './go-to-section.ts'
import { keepSelectionFromReact } from './keep-selection-from-react.ts'
import { LanguagePanel } from './language-panel.tsx'
import { laterPart } from './later-part.ts'
import type { LiveDocument } from './live-document.ts'
import { OutlineMenu, OutlineRail } from './outline-rail.tsx'
import { usePageKeys } from './page-keys.ts'
import type { PostmortemEditorProps } from './postmortem-editor.tsx'
import { goToRegion } from './regions.ts'
import { SaveStatus } from './save-status.tsx'
import { useScrapsKey } from './scraps/use-scraps-key.ts'
import { useDerived } from './use-derived.ts'
import { useFocusMode } from './use-focus-mode.ts'
import { useFreshOptions } from './use-fresh-options.ts'
import { usePart, useStore } from './use-store.ts'
import { useWide } from './use-wide.ts'
import { isCounted } from './wording-check.ts'
import { keepPlace } from './writing-place.ts'
import { WritingTools } from './writing-tools.tsx'

const ScrapsPanel = laterPart(() => import('./scraps/scraps-panel.tsx'))
const ScrapsDesk = laterPart(() => import('./scraps/scraps-desk.tsx'))
const HistoryPanel = laterPart(() => import('./history-panel.tsx'))
const KeysSheet = laterPart(() => import('./keys-sheet.tsx'))
const LeftOutLine = laterPart(() => import('./left-out-line.tsx'))

/** The writing page around the text: outline on the left, facts and language on the right, drawers where there is less room. */
export function WritingDesk({
  live,
  postmortem,
  viewer,
  options,
  progress,
}: Omit<PostmortemEditorProps, 'onOpened'> & { live: LiveDocument }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the loader's lists are those of when the page was opened
  const host = useMemo(() => createHost(live, options, progress, viewer.timeZone, postmortem.reference), [live])
  useEffect(() => () => host.stop(), [host])
  const extensions = useMemo(() => editorExtensions(host, live), [host, live])
  const editor = useEditor(
    {
      extensions,
      editable: host.editable,
      injectCSS: false,
      autofocus: false,
      editorProps: { attributes: { class: 'ed-doc', 'aria-label': 'The post-mortem', spellcheck: 'true' } },
    },
    [host],
  )
  useEffect(() => keepSelectionFromReact(editor.view.dom), [editor])
  const mayWrite = usePart(live.saving, (saving) => saving.mayWrite)
  // Before anything below is drawn, which asks for it.
  host.editable = mayWrite
  useEffect(() => {
    if (editor.isEditable === mayWrite) return
    editor.setEditable(mayWrite)
    // What stands around the text was drawn for somebody with other rights.
    editor.createNodeViews()
  }, [editor, mayWrite])
  const current = useDerived(host, editor)
  useEffect(() => live.isIn(current), [live, current])
  const [keys, setKeys] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const [tab, setTab] = useState('facts')
  const [focusMode, setFocusMode] = useFocusMode()
  const [isWide, isWider] = [useWide(64), useWide(80)]
  const [hasRail, hasSide] = [isWide && !focusMode, isWider && !focusMode]
  useFreshOptions(host, { options, progress })
  useSaid(host)
  usePageKeys({
    '?': () => openOr(keys, () => setKeys(true)),
    'Mod-f': () =>
      openOr(host.finding.get() && document.activeElement?.closest('search') !== null, () => host.finding.set(true)),
    F3: () => openOr(host.finding.get(), () => host.finding.set(true)),
    'Mod-Shift-f': () => openOr(false, () => setFocusMode(!focusMode)),
    F6: () => goToRegion(1),
    'Shift-F6': () => goToRegion(-1),
  })
  useEffect(() => keepPlace(editor, host.names.address), [editor, host])

  const go = (sectionId: string) => goToSection(editor.view, sectionId)
  const showBeside = (id: string) => {
    setTab(id)
    setFocusMode(false)
    if (!isWider) setDrawer(true)
  }
  useScrapsKey(() => showBeside('scraps'))
  const scraps = useStore(host.scraps).length
  const offer = useStore(host.scrapOffer)
  const hasLeftOut = useStore(host.leftOut).length > 0
  const side = (
    <Tabs
      label="Beside the text"
      value={tab}
      onChange={setTab}
      tabs={[
        {
          id: 'language',
          label: 'Language',
          count: useStore(host.notes).filter(isCounted).length + useStore(host.documentNotes).length || undefined,
          panel: <LanguagePanel host={host} editor={editor} onOpen={() => setDrawer(false)} />,
        },
        { id: 'facts', label: 'Facts', panel: <FactsPanel host={host} /> },
        {
          id: 'scraps',
          label: 'Scraps',
          count: scraps || undefined,
          panel: (
            <Suspense>
              <ScrapsPanel host={host} editor={editor} />
            </Suspense>
          ),
        },
        {
          id: 'history',
          label: 'History',
          panel: (
            <Suspense fallback={<p className="meta">Looking …</p>}>
              <HistoryPanel host={host} editor={editor} reference={postmortem.reference} />
            </Suspense>
          ),
        },
      ]}
    />
  )
  const status = (
    <>
      <AlsoHere live={live} host={host} view={() => editor.view} />
      <SaveStatus live={live} zone={viewer.timeZone} />
    </>
  )

  return (
    <div className="ed-page" data-focus-mode={focusMode}>
      {isWide && <InHeader>{status}</InHeader>}
      {focusMode && (
        <div className="ed-bar justify-end">
          <Button variant="quiet" className="text-sm" onClick={() => setFocusMode(false)}>
            <Minimize2 aria-hidden="true" size={16} /> Leave focus mode <kbd>Ctrl ⇧ F</kbd>
          </Button>
          {!isWide && <span className="inline-flex items-center gap-2">{status}</span>}
        </div>
      )}
      {!hasSide && !focusMode && (
        <div className="ed-bar">
          {!hasRail && <OutlineMenu host={host} onGo={go} />}
          <BesideDrawer open={drawer} onOpenChange={setDrawer}>
            {side}
          </BesideDrawer>
          {!hasRail && <span className="ml-auto inline-flex items-center gap-2">{status}</span>}
        </div>
      )}
      <div className="ed-columns">
        {hasRail && (
          <div className="ed-rail">
            <OutlineRail host={host} current={current} onGo={go} />
            <Button variant="quiet" className="mt-5 text-sm" onClick={() => setKeys(true)}>
              <Keyboard aria-hidden="true" size={16} /> Keys <kbd>?</kbd>
            </Button>
            <Button variant="quiet" className="text-sm" onClick={() => setFocusMode(true)}>
              <Maximize2 aria-hidden="true" size={16} /> Focus <kbd>Ctrl ⇧ F</kbd>
            </Button>
          </div>
        )}
        <div className="min-w-0">
          <DocumentHead host={host} meta={postmortem.meta} onFacts={() => showBeside('facts')} />
          <EditorContent editor={editor} />
          {mayWrite && <AddSectionButton host={host} />}
          {hasLeftOut && (
            <Suspense fallback={null}>
              <LeftOutLine host={host} editor={editor} />
            </Suspense>
          )}
          <datalist id="ed-teams">
            {options.teams.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </div>
        {hasSide && (
          <aside aria-label="Beside the text" className="ed-side-column">
            {side}
          </aside>
        )}
      </div>
      <AskPopover host={host} editor={editor} />
      {offer && (
        <Suspense>
          <ScrapsDesk key={offer.id} host={host} editor={editor} offer={offer} />
        </Suspense>
      )}
      <Uploads host={host} />
      <WritingTools host={host} editor={editor} />
      {keys && (
        <Suspense fallback={null}>
          <KeysSheet onOpenChange={setKeys} />
        </Suspense>
      )}
    </div>
  )
}

/** Opens what a key is for, unless it stands open: then the key is the browser's again. */
function openOr(isOpen: boolean, open: () => void): boolean {
  if (!isOpen) open()
  return !isOpen
}

/** Where the page's header keeps room for it. */
function InHeader({ children }: { children: React.ReactNode }) {
  const place = document.getElementById('writing-status')
  return place && createPortal(children, place)
}

function useSaid(host: EditorHost) {
  const { show } = useToast()
  useEffect(
    () =>
      host.say.subscribe(() => {
        const title = host.say.get()
        if (title) show({ title })
        host.say.set('')
      }),
    [host, show],
  )
}
