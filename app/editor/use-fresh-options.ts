import { useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'
import type { EditorHost } from './editor-host.ts'
import type { PostmortemEditorProps } from './postmortem-editor.tsx'

/**
 * Keeps what the page may choose from as the loader last read it, and has it read again when the text names a factor or a team
 * that is not in it, or has another template: somebody else has just added or chosen it.
 */
export function useFreshOptions(
  host: EditorHost,
  { options, progress }: Pick<PostmortemEditorProps, 'options' | 'progress'>,
): void {
  const { revalidate } = useRevalidator()
  const asked = useRef(new Set<string>())
  useEffect(() => {
    if (host.options === options) return
    host.options = options
    host.progress.set(progress)
    // Names stand on cards, which draw when what is derived from the document is new.
    host.outline.set({ ...host.outline.get() })
  }, [host, options, progress])
  useEffect(
    () =>
      host.outline.subscribe(() => {
        const strange = unknownIds(host).filter((id) => !asked.current.has(id))
        for (const id of strange) asked.current.add(id)
        if (strange.length > 0) void revalidate()
      }),
    [host, revalidate],
  )
}

function unknownIds({ outline, options, facts }: EditorHost): string[] {
  const { causes, changes } = outline.get()
  const known = new Set(
    [...options.factors, ...options.teams, ...options.templates, options.ownTemplate].map((option) => option?.id),
  )
  const named = [
    ...[...causes.values()].flatMap(({ attributes }) => attributes.factors),
    ...[...changes.values()].flatMap(({ attributes }) => attributes.teamId ?? []),
    ...[facts.get().templateVersionId].filter((id) => id !== null),
  ]
  return named.filter((id) => !known.has(id))
}
