import type { DocumentJson, NodeJson, SectionJson } from '#app/document/document-json.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { renewIds } from '#app/document/renew-ids.ts'
import { builtInTemplates } from '#app/document/templates.ts'
import { buildSampleDocument } from '#app/sample/build-sample-document.ts'
import { sampleLibrary } from '#app/sample/sample-library.ts'
import { flaggedSentences } from './flagged-sentences.ts'

const standard = builtInTemplates.find(({ key }) => key === 'standard')!.sections
const samples = sampleLibrary.filter(({ versions }) => versions.length > 0)

/**
 * A document of about so many words with a timeline entry for every fifty of them, made like a real one: the timelines, causes,
 * changes, questions, thanks and lessons of the sample library one after the other, each a copy with ids and times of its own,
 * and with sentences that the linter stops at: one in an entry, two in any other block.
 */
export function largeDraft(words: number): DocumentJson {
  const wantedEntries = Math.round(words / 50)
  const sections: SectionJson[] = standard.map(({ key, kind, title }) => ({
    type: 'section',
    attrs: { id: newItemId(), key, kind, title, hiddenBecause: null },
    content: [],
  }))
  const flagged = flaggedSentences()
  const begin = Date.parse('2026-03-02T06:00:00.000Z')
  let entries = 0
  let written = 0
  let sentences = 0
  for (let copy = 0; written < words || entries < wantedEntries; copy++) {
    const sample = samples[copy % samples.length]!
    const own = builtInTemplates.find(({ key }) => key === sample.template)!.sections
    for (const { attrs, content = [] } of renewIds(buildSampleDocument(sample, own).document, new Map()).content) {
      const into = sections.find((section) => section.attrs.key === attrs.key)
      if (!into) continue
      for (const node of content) {
        const isEntry = node.type === 'timelineEntry'
        const isFull = isEntry
          ? entries >= wantedEntries
          : written >= words - (wantedEntries - entries) * wordsOfAnEntry
        if (isFull) continue
        const next = () => flagged[sentences++ % flagged.length]!
        const block = isEntry
          ? laceWith(at(node, begin + entries++ * 60_000), next())
          : laceWith(node, `${next()} ${next()}`)
        written += wordsIn(block)
        into.content!.push(block)
      }
    }
  }
  return { type: 'doc', content: sections }
}

/** About as many as an entry of the samples has, with its sentence for the linter. */
const wordsOfAnEntry = 30

/** The entry at a time of its own, without the marks of its incident: an incident has each of them once. */
function at(entry: NodeJson, time: number): NodeJson {
  const moment = { at: new Date(time).toISOString(), until: null, zone: null, precision: 'exact', typed: '' }
  return { ...entry, attrs: { ...entry.attrs, ...moment, milestones: [] } }
}

/** The same block with more at the end of its first paragraph. */
function laceWith(node: NodeJson, more: string): NodeJson {
  if (node.type === 'paragraph') {
    return { ...node, content: [...(node.content ?? []), { type: 'text', text: ` ${more}` }] }
  }
  const [first, ...rest] = node.content ?? []
  return first ? { ...node, content: [laceWith(first, more), ...rest] } : node
}

function wordsIn({ text = '', content = [] }: NodeJson): number {
  return text.split(/\s+/).filter(Boolean).length + content.reduce((sum, child) => sum + wordsIn(child), 0)
}
