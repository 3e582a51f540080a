import type * as Y from 'yjs'
import { type Moved, type MoveOutcome, moveElement } from './move-element.ts'
import { idOf, sectionElements } from './shared-elements.ts'

/**
 * Moves a section one place up or down: of it and its neighbour, the one moves past the other that `isBusy` says nobody else is
 * in, and of two such the smaller; when others are in both of them, nothing moves. `moved` is the one that did, for undo; null
 * at the ends of the document.
 */
export function moveSection(
  shared: Y.Doc,
  sectionId: string,
  step: -1 | 1,
  isBusy: (sectionId: string) => boolean,
  origin?: unknown,
): Extract<MoveOutcome, { ok: false }> | { ok: true; moved: Moved | null } {
  const sections = sectionElements(shared)
  const place = sections.findIndex((section) => idOf(section) === sectionId)
  if (place === -1) return { ok: false, reason: 'gone' }
  const section = sections[place]!
  const neighbour = sections[place + step]
  if (!neighbour) return { ok: true, moved: null }
  const [moving] = [section, neighbour]
    .filter((one) => !isBusy(idOf(one)))
    .toSorted((one, other) => size(one) - size(other))
  if (!moving) return { ok: false, reason: 'someone-is-writing-there' }
  const id = idOf(moving)
  const stays = idOf(moving === section ? neighbour : section)
  const goesDown = (moving === section) === (step === 1)
  const [to, from] = goesDown ? [{ after: stays }, { before: stays }] : [{ before: stays }, { after: stays }]
  const outcome = moveElement(shared, id, to, isBusy, origin)
  return outcome.ok ? { ok: true, moved: { id, from } } : outcome
}

function size(section: Y.XmlElement): number {
  return section.toString().length
}
