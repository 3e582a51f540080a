import { levelsInWords } from './levels-in-words.ts'
import type { Example, Examples, Rule } from './rule.ts'
import { painter, roomIn, type Terminal, wrap } from './terminal-text.ts'

/** Everything a rule says about itself, for a terminal: what it sees, why, the question, examples, levels and source. */
export function explainRule(rule: Rule, examples: Examples, terminal: Terminal): string {
  const paint = painter(terminal)
  const room = roomIn(terminal) - 4
  const text = (words: string, indent = '  ') => wrap(words, room).map((line) => indent + line)
  const heading = (words: string) => ['', paint('bold', words)]
  const marked = (example: Example) => {
    const [first, ...rest] = wrap(textOf(example), room - 2)
    const lines = [`  · ${first}`, ...rest.map((line) => `    ${line}`)]
    return lines.join('\n').replace(/\[([^\]]+)\]/, (_, phrase: string) => {
      const underlined = phrase.replace(/[^\n ]+(?: [^\n ]+)*/g, (words) => paint('underline', paint('warn', words)))
      return terminal.colour ? underlined : `[${phrase}]`
    })
  }
  return `${[
    `${paint('bold', rule.id)}  ${paint('quiet', examples.code)}`,
    '',
    ...text(messageOf(rule)),
    ...text(rule.why),
    '',
    ...text(`→ ${rule.question}`),
    ...heading('Noted'),
    ...examples.flagged.slice(0, 5).map(marked),
    ...heading('Left alone'),
    ...examples.clean.slice(0, 5).map(marked),
    ...heading('Close, and yet'),
    ...examples.pairs
      .slice(0, 3)
      .flatMap(([flagged, clean], index) => [...(index > 0 ? [''] : []), marked(flagged), marked(clean)]),
    ...heading('Where'),
    ...text(levelsInWords(rule.levels)),
    ...heading('Source'),
    ...text(examples.source),
  ].join('\n')}\n`
}

/** What a rule says it saw, where there is no phrase to name. */
export function messageOf(rule: Pick<Rule, 'message'>): string {
  return rule.message.replace('"{word}"', 'This phrase')
}

function textOf(example: Example): string {
  return (typeof example === 'string' ? example : example.text).replace(/^- /, '')
}
