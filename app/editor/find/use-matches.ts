import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { type FindOptions, findMatches, type Match, matchFrom } from './find-matches.ts'
import { markMatches, unmarkMatches } from './mark-matches.ts'

/** How long nobody has to have typed in the text before it is looked through again, in milliseconds. */
const REST = 150

/** Where the words stand now, which of the places is the current one, and their marks on the page. */
export function useMatches(editor: Editor, query: string, { matchCase, wholeWords }: FindOptions) {
  const [doc, setDoc] = useState(editor.state.doc)
  const [caret] = useState(() => editor.state.selection.from)
  const [chosen, setPlace] = useState<number | null>(null)
  const matches: Match[] = useMemo(
    () => findMatches(doc, query, { matchCase, wholeWords }),
    [doc, query, matchCase, wholeWords],
  )
  const place = chosen === null || chosen >= matches.length ? matchFrom(matches, caret) : chosen
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the caret again
  useEffect(() => setPlace(null), [query, matchCase, wholeWords])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      // Whoever is in the bar has replaced something and waits for the next place; whoever types in the text does not.
      if (!editor.isFocused) setDoc(editor.state.doc)
      else timer = setTimeout(() => setDoc(editor.state.doc), REST)
    }
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])

  useEffect(() => {
    let frame = 0
    const mark = () => {
      frame = 0
      // While the text is ahead of what was found, the places would be wrong; the next look marks them anew.
      if (!editor.isDestroyed && editor.state.doc === doc) markMatches(editor.view, matches, matches[place])
    }
    const later = () => {
      frame ||= requestAnimationFrame(mark)
    }
    later()
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', later)
    }
  }, [editor, doc, matches, place])
  useEffect(() => unmarkMatches, [])

  return { matches: editor.state.doc === doc ? matches : nothing, place, setPlace }
}

const nothing: Match[] = []
