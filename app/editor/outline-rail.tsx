import ListTree from 'lucide-react/icons/list-tree'
import { Suspense, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { EditorHost } from './editor-host.ts'
import { laterPart } from './later-part.ts'
import { nextToWrite } from './next-to-write.ts'
import type { OutlineSection } from './read-outline.ts'
import { usePart, useStore } from './use-store.ts'
import { isCounted } from './wording-check.ts'

const Menu = laterPart(() => import('#app/ui/menu.tsx').then((menu) => ({ default: menu.Menu })))

interface RailProps {
  host: EditorHost
  /** The section that is being read or written. */
  current: string | null
  onGo: (sectionId: string) => void
}

/** The document's sections with how far they are, what is in them, and their notes. */
export function OutlineRail({ host, current, onGo }: RailProps) {
  const sections = usePart(host.outline, (outline) => outline.sections)
  const notes = useNotesBySection(host)
  const next = nextToWrite(sections)
  return (
    <nav aria-label="Document">
      <h2 className="mb-2.5 text-[11px] leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase">Document</h2>
      <ol className="mb-6">
        {sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              onClick={() => onGo(section.id)}
              aria-current={section.id === current ? 'true' : undefined}
              className="flex min-h-8 w-full items-center gap-2.5 rounded-[7px] px-2.5 py-1 text-left text-[0.9rem] leading-snug font-medium text-ink-2 hover:bg-sunken aria-current:bg-surface aria-current:text-ink aria-current:shadow-[inset_0_0_0_1px_var(--line)] pointer-coarse:min-h-11"
            >
              <ProgressDot progress={section.progress} />
              <span className="min-w-0 flex-1">
                {section.title}
                {section.open > 0 && (
                  <span className="block text-xs font-normal text-ink-3">{openWords(section.open)}</span>
                )}
              </span>
              <Figure section={section} notes={notes.get(section.id) ?? 0} />
            </button>
          </li>
        ))}
      </ol>
      {next && (
        <>
          <h2 className="mb-2.5 flex items-center gap-2 text-[11px] leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase">
            Next to write <kbd className="normal-case">Alt N</kbd>
          </h2>
          <button
            type="button"
            onClick={() => onGo(next.id)}
            className="w-full rounded-lg border border-line bg-surface px-3 py-2.5 text-left hover:border-line-strong"
          >
            <span className="block text-sm font-[550]">{next.title}</span>
            <span className="meta block">{host.sectionOf(next.key)?.prompt}</span>
          </button>
        </>
      )}
    </nav>
  )
}

/** The same as a menu at the top, where there is no room for a rail. */
export function OutlineMenu({ host, onGo }: Omit<RailProps, 'current'>) {
  const sections = usePart(host.outline, (outline) => outline.sections)
  const notes = useNotesBySection(host)
  const next = nextToWrite(sections)
  const [isAsked, setAsked] = useState(false)
  const trigger = (
    <Button aria-haspopup="menu" onClick={() => setAsked(true)}>
      <ListTree aria-hidden="true" size={16} /> Sections
    </Button>
  )
  if (!isAsked) return trigger
  return (
    <Suspense fallback={trigger}>
      <Menu
        align="start"
        openAtOnce
        trigger={trigger}
        items={sections.map((section) => ({
          id: section.id,
          label: section.title,
          icon: <ProgressDot progress={section.progress} />,
          detail: [
            section === next ? 'next to write' : detailOf(section, notes.get(section.id) ?? 0),
            section.open > 0 && openWords(section.open),
          ]
            .filter(Boolean)
            .join(' · '),
          onSelect: () => onGo(section.id),
        }))}
      />
    </Suspense>
  )
}

function openWords(open: number) {
  return open === 1 ? '1 cause without a change' : `${open} causes without a change`
}

const dots = {
  empty: 'border-line-strong',
  part: 'border-accent bg-linear-to-r from-accent from-50% to-transparent to-50%',
  done: 'border-accent bg-accent',
}
const progressWords = { empty: 'empty', part: 'begun', done: 'written' }

function ProgressDot({ progress }: { progress: OutlineSection['progress'] }) {
  return (
    <span
      role="img"
      aria-label={progressWords[progress]}
      className={`size-[9px] shrink-0 rounded-full border-2 ${dots[progress]}`}
    />
  )
}

function Figure({ section, notes }: { section: OutlineSection; notes: number }) {
  const said = detailOf(section, notes)
  return said && <span className={`num shrink-0 text-xs! ${notes > 0 ? 'text-note-ink' : 'text-ink-3'}`}>{said}</span>
}

function detailOf({ key, count, progress, hiddenBecause }: OutlineSection, notes: number) {
  if (hiddenBecause !== null) return 'left out'
  if (notes > 0) return notes === 1 ? '1 note' : `${notes} notes`
  if (key === 'in-short' && progress === 'empty') return 'last'
  return count ? String(count) : null
}

function useNotesBySection(host: EditorHost): Map<string, number> {
  const notes = useStore(host.notes).filter(isCounted)
  const bySection = new Map<string, number>()
  for (const { sectionId } of notes) bySection.set(sectionId, (bySection.get(sectionId) ?? 0) + 1)
  return bySection
}
