import { useEffect, useRef, useState } from 'react'
import { writeFacts } from '#app/document/shared-document.ts'
import { wallTimeAt } from '#app/document/zoned-time.ts'
import { Chip } from '#app/ui/chip.tsx'
import { formatDuration } from '#app/ui/format-duration.ts'
import { incidentPhases, type Milestones } from '#app/ui/incident-phases.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import type { Outline } from './read-outline.ts'
import { usePart, useStore } from './use-store.ts'
import { nameOf } from './writing-options.ts'

/** Title and facts of the incident, as a reader will see them; its times derive from the marks on entries. */
export function DocumentHead({ host, meta, onFacts }: { host: EditorHost; meta: string; onFacts: () => void }) {
  const facts = useStore(host.facts)
  const times = usePart(host.outline, (outline) => outline.times)
  const { options } = host
  const severity = nameOf(options.severities, facts.severityId)
  const kind = nameOf(options.kinds, facts.kindId)
  return (
    <header className="mb-7">
      <p className="meta">{meta}</p>
      <TitleField host={host} title={facts.title} />
      <div className="flex flex-wrap items-center gap-2">
        <FactButton onClick={onFacts} label={severity ? `Severity: ${severity}` : 'Severity: not set yet'}>
          <Chip tone={severity && /1\b/.test(severity) ? 'danger' : 'neutral'}>
            {severity ?? 'Severity not set yet'}
          </Chip>
        </FactButton>
        {kind && <Chip>{kind}</Chip>}
        {facts.serviceIds.length === 0 && (
          <FactButton onClick={onFacts} label="Services: none yet">
            <Chip>+ service</Chip>
          </FactButton>
        )}
        {facts.serviceIds.map((id) => (
          <Chip key={id}>{nameOf(options.services, id)}</Chip>
        ))}
        <TimeChips times={times} zone={facts.zone} />
      </div>
    </header>
  )
}

function FactButton({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="inline-flex min-h-6 items-center rounded-full hover:shadow-[0_0_0_1px_var(--line-strong)] pointer-coarse:min-h-11"
    >
      {children}
    </button>
  )
}

/** Writes while it is typed, with a rest between, so that others see it come. */
function TitleField({ host, title }: { host: EditorHost; title: string }) {
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => save(host, typed), 300)
    return () => clearTimeout(timer)
  }, [typed, host])
  return (
    <h1>
      <textarea
        ref={field}
        rows={1}
        aria-label="Title"
        placeholder="What happened, in one line"
        maxLength={300}
        readOnly={!host.editable}
        value={typed ?? title}
        onChange={(event) => setTyped(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            field.current?.blur()
          }
        }}
        onBlur={() => {
          if (typed !== null) save(host, typed.trim())
          setTyped(null)
        }}
        className="mt-0.5 mb-2.5 block field-sizing-content min-h-[1.2em] w-full resize-none rounded-md border-0 bg-transparent p-0 [text-wrap:wrap] font-serif text-[1.875rem] leading-[1.18] font-semibold tracking-[-0.015em] text-ink placeholder:text-ink-3 focus-visible:outline-offset-4 sm:text-[2.125rem]"
      />
    </h1>
  )
}

function save(host: EditorHost, title: string) {
  if (host.facts.get().title === title) return
  host.shared.transact(() => writeFacts(host.shared, { title }), authorsAct)
}

function TimeChips({ times, zone }: { times: Outline['times']; zone: string }) {
  const milestones: Milestones = {
    firstEffect: times['first-effect'] ?? null,
    firstNoticed: times['first-noticed'] ?? null,
    firstRelief: times['first-relief'] ?? null,
    normalAgain: times['normal-again'] ?? null,
  }
  const span = spanOf(milestones, zone)
  const noticed = incidentPhases({ ...milestones, firstRelief: null, normalAgain: null })[0]
  const relieved = incidentPhases({ ...milestones, firstNoticed: null, normalAgain: null })[0]
  const restored = incidentPhases({ ...milestones, firstNoticed: null, firstRelief: null })[0]
  return (
    <>
      {span && <Chip mono>{span}</Chip>}
      {[
        { word: 'Noticed', phase: noticed },
        { word: 'First relief', phase: relieved },
        { word: 'Normal again', phase: restored },
      ].map(
        ({ word, phase }) =>
          phase &&
          phase.seconds !== null && (
            <Chip key={word}>
              {`${word} after ${phase.certain ? '' : 'about '}${formatDuration(toMinutes(phase.seconds))}`}
            </Chip>
          ),
      )}
    </>
  )
}

/** Seconds say more than is known of most incidents; below a minute they are all there is. */
function toMinutes(seconds: number) {
  return seconds < 60 ? seconds : Math.round(seconds / 60) * 60
}

/** `2026-11-12 14:03 → 14:50 UTC`. */
function spanOf({ firstEffect, normalAgain }: Milestones, zone: string): string | null {
  if (!firstEffect?.at) return null
  const from = stamp(firstEffect.at, zone, firstEffect.precision)
  if (!normalAgain?.at) return `${from.day} ${from.time} → … ${zone}`
  const to = stamp(normalAgain.at, zone, normalAgain.precision)
  return `${from.day} ${from.time} → ${to.day === from.day ? '' : `${to.day} `}${to.time} ${zone}`
}

function stamp(at: string, zone: string, precision = 'exact') {
  const { year, month, day, hour, minute } = wallTimeAt(Date.parse(at), zone)
  const two = (part: number) => String(part).padStart(2, '0')
  const about = precision === 'exact' ? '' : '~'
  return { day: `${year}-${two(month)}-${two(day)}`, time: `${about}${two(hour)}:${two(minute)}` }
}
