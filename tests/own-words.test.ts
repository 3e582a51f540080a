import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markdownTextBlocks } from '#app/interchange/markdown-text-blocks.ts'
import { type Finding, lint, type Section } from '#app/linter/index.ts'
import { themes } from '#app/routes/language/categories.ts'
import { explainedLists } from '#app/routes/settings/house-word-lists.ts'
import { wordsOnScreen } from './words-on-screen.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

// The linter's own words are read in ruleset.test.ts, those of the sample library in sample-library.test.ts.
const files = globSync('app/**/*.{ts,tsx}', { cwd: root, exclude: ['app/linter/**', 'app/sample/**', '**/*.test.*'] })
const texts = files
  .toSorted()
  .flatMap((file) =>
    wordsOnScreen(read(file), file.endsWith('x') ? 'tsx' : 'ts').map((written) => ({ file, ...written })),
  )
const documents = globSync('{*,docs/**/*,app/linter/*}.md', { cwd: root }).toSorted()

/** Texts that a rule stops at on purpose. */
const exceptions = new Map<string, string>([
  ...themes
    .flatMap(({ categories }) => categories)
    .map(({ before }): [string, string] => [before, 'The guide shows what is noted.']),
  ...[explainedLists.systems, explainedLists.allowed].map(({ sentence }): [string, string] => [
    sentence.before,
    'The settings show a note that a house word takes away.',
  ]),
  [explainedLists.allowed.word, 'The house word that takes it away.'],
  ['What someone should have done', 'The guide’s name for such sentences.'],
  [
    'The on-call engineer saw the page but failed to check the replica. The health check failed to respond for 40 seconds.',
    'What the box on the guide shows at first, with its note.',
  ],
])

/** What would be seen under the text; notes for the side column alone are no warning to anyone. */
function notesOn(text: string, kind: 'text' | 'heading' = 'text', section: Section = 'prose'): Finding[] {
  return lint([{ id: '', section, kind, text }]).filter(({ level }) => level !== 'info')
}

test('the words of every screen, prompt, message and mail pass the linter, as prose and as questions', () => {
  const noted = texts
    .filter(({ text }) => !exceptions.has(text))
    .flatMap(({ file, line, text }) =>
      [...notesOn(text), ...notesOn(text, 'text', 'questions')].map(
        ({ ruleId, excerpt }) => `${file}:${line} ${ruleId}: “${excerpt}” in “${text}”`,
      ),
    )
  expect(noted).toEqual([])
})

test('each exception is there and is one', () => {
  const idle = [...exceptions.keys()].filter(
    (text) =>
      !texts.some((written) => written.text === text) ||
      // The guide’s sentences are noted in the section that each stands in: guide.test.ts.
      (notesOn(text).length === 0 && exceptions.get(text) !== 'The guide shows what is noted.'),
  )
  expect(idle).toEqual([])
})

test('what is read is what stands on the screens: elements, attributes, strings, templates, questions', () => {
  const all = texts.map(({ text }) => text)
  expect(all.length).toBeGreaterThan(1000)
  expect(all).toEqual(
    expect.arrayContaining([
      'Nothing leaves this page.',
      'What happened, in one line',
      'The post-mortem',
      'What had to be true together for this to happen, stay unseen or last?',
      'More for this entry',
      'The question is in the open questions now.',
    ]),
  )
  const read = wordsOnScreen('const a = <p>Saved <b>at {time}</b> <i className="not read">by others</i>.</p>', 'tsx')
  expect(read.map(({ text }) => text)).toEqual(['Saved at \uFFFC by others.', 'by others'])
})

test('the documents of the repository pass the linter', () => {
  expect(documents).toContain('README.md')
  const noted = documents.flatMap((file) =>
    lint(markdownTextBlocks(read(file)).blocks)
      .filter(({ level }) => level !== 'info')
      .map(({ ruleId, excerpt }) => `${file} ${ruleId}: “${excerpt}”`),
  )
  expect(noted).toEqual([])
})
