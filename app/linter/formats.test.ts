import { expect, test } from 'vitest'
import {
  examples,
  explainRule,
  formatCheckstyle,
  formatGithub,
  formatJson,
  formatPretty,
  formatSarif,
  type Level,
  type Located,
  levelsInWords,
  lint,
  type Policy,
  ruleset,
} from './index.ts'

const text = 'The engineer failed to drain the node.'
const [finding] = lint([{ id: 'a', section: 'causes', kind: 'text', text }])
const place = { file: 'may.md', line: 12, column: 14, endLine: 12, endColumn: 23 }
const located: Located[] = [{ ...place, section: 'causes', sentence: { text, from: 13, to: 22 }, finding: finding! }]
const sly: Located = {
  ...located[0]!,
  file: 'a\u001B[2J, 50%: <b> & "c".md',
  sentence: { text: 'failed\n\u001B[31mto', from: 0, to: 13 },
  finding: { ...finding!, excerpt: 'failed\n\u001B[31mto \uD800', message: '100% <"&\'>\n::error::no' },
}

test('JSON is an array of flat records with place, rule, level, section and texts', () => {
  expect(JSON.parse(formatJson(located))).toEqual([
    {
      ...place,
      ruleId: 'omission-verb',
      level: 'warn',
      section: 'causes',
      excerpt: 'failed to',
      message: '"Failed to" says that a step was due.',
      question: 'What asks for this step on an ordinary day, and was that there?',
    },
  ])
})

test('in a terminal each finding has its place, its sentence, its phrase and a question, wrapped to the width', () => {
  expect(formatPretty(located, { colour: false, width: 60 })).toBe(
    [
      'may.md',
      '',
      '  12:14   warn  omission-verb in causes',
      '    The engineer failed to drain the node.',
      '                 ~~~~~~~~~',
      '    "Failed to" says that a step was due. From here it looks',
      '    due; in the moment it may have been unseen, unusual or',
      '    impossible.',
      '    → What asks for this step on an ordinary day, and was',
      '      that there?',
      '',
      '1 phrase to look at.',
      '--explain omission-verb says more about one of them.',
      '',
    ].join('\n'),
  )
})

test('of a long sentence the terminal shows the part with the phrase, in one line', () => {
  const before = 'while the second rack was taken out of the hall '.repeat(4)
  const long = {
    ...located[0]!,
    sentence: { text: before + text + before, from: before.length + 13, to: before.length + 22 },
  }
  const lines = formatPretty([long], { colour: false, width: 60 }).split('\n')
  const at = lines[4]!.indexOf('~')

  expect(lines[3]!.length).toBeLessThanOrEqual(60)
  expect(lines[3]!.slice(at, at + 9)).toBe('failed to')
  expect(lines[3]!.trim()).toMatch(/^….*…$/)
})

test('without colour there is no escape, and what was typed cannot add one', () => {
  expect(formatPretty([sly], { colour: false, width: 80 })).not.toContain('\u001B')
  expect(formatPretty(located, { colour: true, width: 80 })).toContain('\u001B[33mwarn\u001B[0m')
})

test('nothing found is said without a tick', () => {
  expect(formatPretty([], { colour: true, width: 80 })).toBe(
    'No wording to look at. Whether it is fair is for readers to say.\n',
  )
})

test('GitHub gets one annotation a finding, and no text can begin another command', () => {
  expect(formatGithub(located)).toBe(
    '::warning file=may.md,line=12,endLine=12,col=14,endColumn=23,title=omission-verb%3A failed to::' +
      '"Failed to" says that a step was due. From here it looks due; in the moment it may have been unseen, unusual or impossible.' +
      '%0AWhat asks for this step on an ordinary day, and was that there?\n',
  )
  const line = formatGithub([sly])
  expect(line.trimEnd()).not.toContain('\n')
  expect(line).toContain('file=a\u001B[2J%2C 50%25%3A <b> & "c".md,')
  expect(formatGithub([{ ...sly, endLine: 13 }])).not.toContain('col=')
})

test('Checkstyle escapes what XML would read as markup or refuse', () => {
  const xml = formatCheckstyle([...located, sly])

  expect(xml).toContain('<error line="12" column="14" severity="warning" message="&quot;Failed to&quot; says')
  expect(xml).toContain('<file name="a\ufffd[2J, 50%: &lt;b&gt; &amp; &quot;c&quot;.md">')
  expect(xml).toContain('message="100% &lt;&quot;&amp;&apos;&gt;&#10;::error::no')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  expect(xml.isWellFormed()).toBe(true)
  expect(xml.match(/<file /g)).toHaveLength(2)
})

test('SARIF has the texts of every rule, and a fingerprint that does not know the line', () => {
  const moved = { ...located[0]!, line: 40, endLine: 40 }
  const [run] = JSON.parse(formatSarif([...located, moved], ruleset)).runs

  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(ruleset.map(({ id }) => id))
  expect(run.results[0].ruleIndex).toBe(ruleset.findIndex(({ id }) => id === 'omission-verb'))
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('may.md')
  expect(run.results[0].partialFingerprints).toEqual(run.results[1].partialFingerprints)
  expect(
    JSON.parse(formatSarif([sly], ruleset)).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri,
  ).toBe('a%1B%5B2J%2C%2050%25%3A%20%3Cb%3E%20%26%20%22c%22.md')
})

test('levels are said in words, and sections where a rule rests only where they are few', () => {
  const sections = ['timeline', 'accounts', 'causes', 'changes', 'questions', 'thanks', 'lessons', 'prose', 'summary']
  const policy = (level: (section: string) => Level | 'off') =>
    Object.fromEntries(sections.map((section) => [section, level(section)])) as Policy

  expect(levelsInWords(policy(() => 'warn'))).toBe('warn everywhere')
  expect(levelsInWords(policy((section) => (section === 'changes' || section === 'lessons' ? 'hint' : 'off')))).toBe(
    'hint in changes and lessons',
  )
  const softer: Record<string, Level | 'off'> = { timeline: 'hint', accounts: 'hint', changes: 'hint', thanks: 'off' }
  expect(levelsInWords(policy((section) => softer[section] ?? 'warn'))).toBe(
    'warn in the summary, prose, causes, questions and lessons; hint in the timeline, accounts and changes; off in thanks',
  )
})

test.each(ruleset)('$id explains itself within the width, with its question, its examples and its source', (rule) => {
  const said = explainRule(rule, examples[rule.id]!, { colour: false, width: 72 })

  expect(said.split('\n').filter((line) => line.length > 72)).toEqual([])
  expect(said.replace(/\s+/g, ' ')).toContain(rule.question)
  expect(said.replace(/\s+/g, ' ')).toContain(examples[rule.id]!.source)
  expect(said).toMatch(/Noted\n {2}· .*\[/)
  expect(said).not.toContain('{word}')
})
