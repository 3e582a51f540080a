import type { NodeJson } from '#app/document/document-json.ts'
import type { Inline, Prose } from './sample-postmortem.ts'

/** Written prose as nodes: paragraphs, lists and code, and nothing else. */
export function proseNodes(prose: Prose): NodeJson[] {
  const blocks = typeof prose === 'string' ? [prose] : prose
  return blocks.map((block) => {
    if (typeof block === 'string') return paragraph([block])
    if ('runs' in block) return paragraph(block.runs)
    const items = block.list.map((item) => ({
      type: 'listItem',
      content: [paragraph(typeof item === 'string' ? [item] : item)],
    }))
    return { type: 'bulletList', content: items }
  })
}

function paragraph(runs: Inline[]): NodeJson {
  const content = runs.map((run) =>
    typeof run === 'string' ? { type: 'text', text: run } : { type: 'text', text: run.code, marks: [{ type: 'code' }] },
  )
  return { type: 'paragraph', content }
}
