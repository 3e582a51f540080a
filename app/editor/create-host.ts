import { factsOf, keptOf, readFacts } from '#app/document/shared-document.ts'
import type { Ask, ChangeProgress, EditorHost, PlacedNote } from './editor-host.ts'
import type { LiveDocument } from './live-document.ts'
import { emptyOutline } from './read-outline.ts'
import { createStore } from './store.ts'
import type { WritingOptions } from './writing-options.ts'

/** What the editor's parts share, with the facts kept as they are in the shared document. */
export function createHost(
  { shared, saving }: LiveDocument,
  options: WritingOptions,
  progress: Record<string, ChangeProgress>,
): EditorHost & { stop: () => void } {
  const facts = createStore(readFacts(shared))
  const follow = () => facts.set(readFacts(shared))
  factsOf(shared).observe(follow)
  // A root has to exist before the history can follow it.
  keptOf(shared)
  return {
    shared,
    options,
    editable: saving.get().mayWrite,
    facts,
    outline: createStore(emptyOutline),
    notes: createStore<PlacedNote[]>([]),
    progress: createStore(progress),
    ask: createStore<Ask | null>(null),
    say: createStore(''),
    sectionOf(key) {
      const own = options.templates.find(({ id }) => id === facts.get().templateVersionId)
      return (
        [own, ...options.templates].flatMap((template) => template?.sections ?? []).find((each) => each.key === key) ??
        null
      )
    },
    stop: () => factsOf(shared).unobserve(follow),
  }
}
