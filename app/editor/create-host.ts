import type { LeftOut } from '#app/document/rich-paste/left-out.ts'
import { readScraps } from '#app/document/scraps.ts'
import { factsOf, keptOf, readFacts, scrapsOf } from '#app/document/shared-document.ts'
import type { DocumentNote } from '#app/linter/index.ts'
import type { Ask, ChangeProgress, EditorHost, PlacedNote, Reach } from './editor-host.ts'
import type { Upload } from './files/upload.ts'
import type { LiveDocument } from './live-document.ts'
import { createMentionNames } from './mentions/mention-names.ts'
import { emptyOutline } from './read-outline.ts'
import type { ScrapOffer } from './scraps/scrap-offer.ts'
import { createStore } from './store.ts'
import { templateOf } from './template-of.ts'
import { createTypeahead } from './typeahead.ts'
import type { WritingOptions } from './writing-options.ts'

/** What the editor's parts share, with the facts kept as they are in the shared document. */
export function createHost(
  { shared, saving }: LiveDocument,
  options: WritingOptions,
  progress: Record<string, ChangeProgress>,
  readerZone: string,
  reference: string,
): EditorHost & { stop: () => void } {
  const facts = createStore(readFacts(shared))
  const follow = () => facts.set(readFacts(shared))
  factsOf(shared).observe(follow)
  const scraps = createStore(readScraps(shared))
  const followScraps = () => scraps.set(readScraps(shared))
  scrapsOf(shared).observe(followScraps)
  const names = createMentionNames(`/postmortems/${reference}/mentions`, options)
  // A root has to exist before the history can follow it.
  keptOf(shared)
  const host: EditorHost = {
    shared,
    reference,
    options,
    editable: saving.get().mayWrite,
    readerZone,
    facts,
    outline: createStore(emptyOutline),
    notes: createStore<PlacedNote[]>([]),
    documentNotes: createStore<DocumentNote[]>([]),
    progress: createStore(progress),
    ask: createStore<Ask | null>(null),
    scraps,
    scrapOffer: createStore<ScrapOffer | null>(null),
    leftOut: createStore<LeftOut[]>([]),
    say: createStore(''),
    uploads: createStore<readonly Upload[]>([]),
    names,
    typeahead: createTypeahead(),
    reach: createStore<Reach | null>(null),
    finding: createStore(false),
    sectionOf(key) {
      const templates = [templateOf(host), ...host.options.templates]
      return templates.flatMap((template) => template?.sections ?? []).find((each) => each.key === key) ?? null
    },
  }
  const stop = () => {
    names.stop()
    factsOf(shared).unobserve(follow)
    scrapsOf(shared).unobserve(followScraps)
  }
  return Object.assign(host, { stop })
}
