import type * as Y from 'yjs'
import type { MoveOutcome } from './move-item.ts'
import { contentOf } from './shared-document.ts'
import { idOf, sectionElements } from './shared-elements.ts'

/**
 * Moves a section one place up or down, as one operation on the shared type: of it and its neighbour, one is copied to the
 * other side and the old one deleted, in one transaction with `origin`. That is one which `isBusy` says nobody else is in, and
 * of two such the smaller; when others are in both of them, nothing moves. What someone types into the old copy before this
 * reaches them is kept by the server as a scrap.
 */
export function moveSection(
  shared: Y.Doc,
  sectionId: string,
  step: -1 | 1,
  isBusy: (sectionId: string) => boolean,
  origin?: unknown,
): MoveOutcome {
  const sections = sectionElements(shared)
  const place = sections.findIndex((section) => idOf(section) === sectionId)
  if (place === -1) return { ok: false, reason: 'gone' }
  const section = sections[place]!
  const neighbour = sections[place + step]
  if (!neighbour) return { ok: true }
  const [moving] = [section, neighbour]
    .filter((one) => !isBusy(idOf(one)))
    .toSorted((one, other) => size(one) - size(other))
  if (!moving) return { ok: false, reason: 'someone-is-writing-there' }
  const staying = moving === section ? neighbour : section
  const content = contentOf(shared)
  shared.transact(() => {
    const isBelow = moving === section ? step === 1 : step === -1
    const beside = content.toArray().indexOf(staying)
    content.insert(isBelow ? beside + 1 : beside, [moving.clone() as Y.XmlElement])
    content.delete(content.toArray().indexOf(moving), 1)
  }, origin)
  return { ok: true }
}

function size(section: Y.XmlElement): number {
  return section.toString().length
}
