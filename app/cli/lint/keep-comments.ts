import type { MarkdownComment, MarkdownTextBlock } from '#app/interchange/markdown-text-blocks.ts'
import type { Finding } from '#app/linter/index.ts'
import { nearest } from './nearest.ts'

/** The findings about the comments themselves go by this name, as if it were a rule. */
export const commentRule = {
  id: 'keep-comment',
  message: 'This comment keeps nothing.',
  why: 'Comments that keep a sentence say why, and go when it goes.',
  question: 'Can it go?',
}

/** What is said of a comment; `from` and `to` are places in the whole text. */
export interface CommentProblem {
  from: number
  to: number
  text: string
  message: string
  question: string
}

interface Instruction {
  comment: MarkdownComment
  act: 'keep' | 'off' | 'on'
  rule: string
  /** Why it does not count, or null. */
  problem: Pick<CommentProblem, 'message' | 'question'> | null
  used: boolean
}

const shape = /^<!--\s*candor-(keep|off|on)\b\s*([\s\S]*?)\s*-->$/

/**
 * What the comments of a text leave of its findings: `candor-keep RULE: reason` keeps the next block from this rule,
 * `candor-off RULE: reason` all that follows up to `candor-on RULE`. One without a reason does not count, and like one
 * that keeps nothing it is told. `isOn` says whether a rule is looked for at all.
 */
export function applyComments(
  findings: Finding[],
  blocks: MarkdownTextBlock[],
  comments: MarkdownComment[],
  rules: { ids: string[]; isOn: (id: string) => boolean },
): { findings: Finding[]; problems: CommentProblem[] } {
  const instructions = comments.flatMap((comment) => read(comment, rules.ids) ?? [])
  if (instructions.length === 0) return { findings, problems: [] }
  const offsets = new Map(blocks.map((block) => [block.id, block.offset]))
  const ranges = instructions
    .filter(({ problem }) => !problem)
    .flatMap((each) => rangeOf(each, instructions, blocks) ?? [])
  const left = findings.filter((finding) => {
    const offset = offsets.get(finding.blockId)! + finding.from
    const range = ranges.find(({ rule, from, to }) => rule === finding.ruleId && from <= offset && offset < to)
    for (const instruction of range?.by ?? []) instruction.used = true
    return !range
  })
  const problems = instructions
    .filter(({ problem, used, rule }) => problem || (!used && rules.isOn(rule)))
    .map(({ comment, act, rule, problem }) => ({ ...comment, ...(problem ?? unused(act, rule)) }))
  return { findings: left, problems }
}

function read(comment: MarkdownComment, ids: string[]): Instruction | null {
  const match = shape.exec(comment.text)
  if (!match) return null
  const act = match[1] as Instruction['act']
  const [, rule = '', reason = ''] = /^([^\s:]*)\s*:?\s*([\s\S]*)$/.exec(match[2]!)!
  return { comment, act, rule, problem: problemOf(act, rule, reason, ids), used: false }
}

function problemOf(act: Instruction['act'], rule: string, reason: string, ids: string[]): Instruction['problem'] {
  const form = `<!-- candor-${act} RULE${act === 'on' ? '' : ': reason'} -->`
  if (rule === '')
    return { message: 'This comment names no rule.', question: `What is it about? It is written ${form}.` }
  if (!ids.includes(rule)) {
    const near = nearest(rule, ids)
    return { message: `There is no rule "${rule}".`, question: near ? `Is ${near} meant?` : 'Which one is meant?' }
  }
  if (act === 'on' || /[\p{L}\p{N}]/u.test(reason)) return null
  return {
    message: 'A sentence is kept with a reason, and this comment has none.',
    question: `What would a reader want to know about it? It is written ${form}.`,
  }
}

/** What an instruction covers, and which comments that makes useful. */
function rangeOf(instruction: Instruction, all: Instruction[], blocks: MarkdownTextBlock[]) {
  const { act, rule, comment } = instruction
  if (act === 'on') return null
  if (act === 'keep') {
    const around = blocks.find(({ offset, text }) => offset <= comment.from && comment.to <= offset + text.length)
    const block = around ?? blocks.find(({ kind, offset }) => kind !== 'heading' && offset >= comment.to)
    return block ? { rule, from: block.offset, to: block.offset + block.text.length, by: [instruction] } : null
  }
  const end = all.find((other) => other.act === 'on' && other.rule === rule && other.comment.from >= comment.to)
  return {
    rule,
    from: comment.to,
    to: end?.comment.from ?? Number.POSITIVE_INFINITY,
    by: end ? [instruction, end] : [instruction],
  }
}

function unused(act: Instruction['act'], rule: string): Pick<CommentProblem, 'message' | 'question'> {
  const where = { keep: 'in the next block', off: 'behind it', on: 'between it and a candor-off' }[act]
  return {
    message: `Nothing of ${rule} stands ${where}, so this comment keeps nothing.`,
    question: commentRule.question,
  }
}
