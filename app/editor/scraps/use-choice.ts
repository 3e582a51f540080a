import { useMemo, useState } from 'react'
import { type Naming, roleReplacer } from '#app/scraps/name-roles.ts'
import type { Reading, ScrapFormat } from '#app/scraps/reading.ts'
import type { CandidateRow } from './candidate-list.tsx'
import { remarksOf } from './candidate-words.ts'
import { type CandidateEdit, chosenMoment, chosenText } from './chosen-entry.ts'

/** Formats in which everything is an event: there all of them are ticked to begin with. In a chat and in a log most is not. */
const allEvents = new Set<ScrapFormat>(['alertmanager', 'pagerduty', 'table'])
/** More are not ticked without being looked at. */
const FEW = 200

export type Only = 'all' | 'ticked' | 'unticked'

/** What is ticked and changed of a reading, which of it is shown, and how far its clock is set right. */
export function useChoice(reading: Reading) {
  const { candidates } = reading
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => firstTicked(reading))
  const [edits, setEdits] = useState<ReadonlyMap<number, CandidateEdit>>(new Map())
  const [words, setWords] = useState('')
  const [only, setOnly] = useState<Only>('all')
  const [active, setActive] = useState(0)
  const [shift, setShift] = useState(0)
  const [naming, setNaming] = useState<Naming>({ as: 'nobody' })
  // What is ticked while only the ticked are shown stays in view until the filter is chosen again.
  const [filterTicks, setFilterTicks] = useState(ticked)
  const replace = useMemo(() => roleReplacer(naming), [naming])
  const shown = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
    return candidates.flatMap(({ text, speaker }, at) => {
      if (only !== 'all' && filterTicks.has(at) !== (only === 'ticked')) return []
      const found = wanted.length === 0 ? '' : `${speaker} ${text}`.toLowerCase()
      return wanted.every((word) => found.includes(word)) ? [at] : []
    })
  }, [candidates, words, only, filterTicks])
  const place = Math.min(active, Math.max(0, shown.length - 1))
  const current = shown[place]

  const tick = (list: readonly number[], to: boolean) => {
    const next = new Set(ticked)
    for (const at of list) {
      if (to) next.add(at)
      else next.delete(at)
    }
    setTicked(next)
  }
  return {
    ticked,
    edits,
    shown,
    words,
    only,
    /** The place among the shown that the keys act on, and which candidate stands there. */
    place,
    current,
    shift,
    naming,
    tick,
    setActive,
    setShift,
    setNaming,
    find(next: string) {
      setWords(next)
      setActive(0)
    },
    showOnly(next: Only) {
      setOnly(next)
      setFilterTicks(ticked)
      setActive(0)
    },
    /** Changes the current one, which is wanted then. */
    write(edit: CandidateEdit) {
      if (current === undefined) return
      setEdits(new Map(edits).set(current, { ...edits.get(current), ...edit }))
      tick([current], true)
    },
    rowOf(at: number): CandidateRow {
      const candidate = candidates[at]!
      const edit = edits.get(at)
      return {
        moment: chosenMoment(candidate, edit, shift),
        type: edit?.type === undefined ? candidate.type : edit.type,
        speaker: naming.as === 'nobody' && edit?.text === undefined ? candidate.speaker : '',
        text: chosenText(candidate, edit, naming, replace),
        remarks: remarksOf(candidate, edit),
      }
    },
  }
}

function firstTicked({ format, candidates }: Reading): Set<number> {
  if (!allEvents.has(format) || candidates.length > FEW) return new Set()
  return new Set(candidates.flatMap(({ aside }, at) => (aside ? [] : [at])))
}
