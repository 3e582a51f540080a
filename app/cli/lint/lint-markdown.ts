import { markdownTextBlocks, type SectionsByHeading } from '#app/interchange/markdown-text-blocks.ts'
import { type Context, type Finding, type Located, lint, ruleset } from '#app/linter/index.ts'
import { applyComments, type CommentProblem, commentRule } from './keep-comments.ts'
import { lineStartsOf, placeOf } from './place-of.ts'

/** What the call and its configuration say about reading. */
export interface Reading {
  context: Context
  sections: SectionsByHeading
}

const ids = ruleset.map(({ id }) => id)

/** The findings of a Markdown text with their places, comments that keep sentences already applied. In text order. */
export function lintMarkdown(file: string, source: string, { context, sections }: Reading): Located[] {
  const { blocks, comments } = markdownTextBlocks(source, sections)
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const lineStarts = lineStartsOf(source)
  const isOn = (id: string) => context.levels?.[id] !== 'off'
  const { findings, problems } = applyComments(lint(blocks, context), blocks, comments, { ids, isOn })

  const about = findings.map((finding) => {
    const { offset, section, text } = byId.get(finding.blockId)!
    const { from, to } = finding.sentence
    const sentence = { text: text.slice(from, to), from: finding.from - from, to: finding.to - from }
    return located(offset + finding.from, offset + finding.to, { section, sentence, finding })
  })
  const aboutComments = problems.map((problem) => {
    const section = blocks.findLast(({ offset }) => offset < problem.from)?.section ?? 'unknown'
    const sentence = { text: problem.text, from: 0, to: problem.text.length }
    return located(problem.from, problem.to, { section, sentence, finding: findingOf(problem) })
  })
  return [...about, ...aboutComments].sort((a, b) => a.line - b.line || a.column - b.column)

  function located(from: number, to: number, rest: Pick<Located, 'section' | 'sentence' | 'finding'>): Located {
    const end = placeOf(lineStarts, to)
    return { file, ...placeOf(lineStarts, from), endLine: end.line, endColumn: end.column, ...rest }
  }
}

function findingOf({ from, to, text, message, question }: CommentProblem): Finding {
  const { id: ruleId, why } = commentRule
  const place = { blockId: '', from, to, sentence: { from, to } }
  const keepKey = `${ruleId} ${text.replace(/\s+/g, ' ')}`
  return { ruleId, ...place, level: 'hint', excerpt: text, message, why, question, keepKey }
}
