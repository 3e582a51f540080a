import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sarifProblems } from '#tests/sarif-problems.ts'
import { runLint } from './lint-command.ts'
import { UsageProblem } from './usage-problem.ts'

const root = join(import.meta.dirname, '..', '..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-lint-'))
  mkdirSync(join(folder, '.git'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(root)
  rmSync(folder, { recursive: true })
})

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

interface Answer {
  code: number
  output: string
  problem: string
}

async function lint(args: string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const answer: Answer = { code: 0, output: '', problem: '' }
  const output = { write: (text: string) => (answer.output += text) }
  const problems = { write: (text: string) => (answer.problem += text) }
  try {
    answer.code = await runLint(args, { input: Readable.from([Buffer.from(input)]), output, problems, env })
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error
    Object.assign(answer, { code: 2, problem: error.message })
  }
  return answer
}

async function rulesIn(args: string[], options?: { input?: string }): Promise<string[]> {
  const { output } = await lint(['--format', 'json', ...args], options)
  return JSON.parse(output).map((record: { line: number; ruleId: string }) => `${record.line} ${record.ruleId}`)
}

const forgot = 'The engineer forgot to drain the node.\n'

test('a folder is looked through, and every format names what was found where its reader looks for it', async () => {
  write('reports/may.md', `# Outage\n\n## Causes\n\n${forgot}`)
  write('reports/june.markdown', '## Causes\n\nThe node failed to drain.\n')
  write('reports/node_modules/it/README.md', `## Causes\n\n${forgot}`)

  const json = await lint(['--format', 'json', 'reports'])
  expect(json.code).toBe(1)
  expect(JSON.parse(json.output)).toMatchObject([
    { file: 'may.md', line: 5, column: 14, endLine: 5, endColumn: 23, ruleId: 'omission-verb', section: 'causes' },
  ])
  expect((await lint(['reports'])).output).toMatch(/^reports\/may\.md\n/)
  expect((await lint(['--format', 'github', 'reports'])).output).toMatch(/^::warning file=reports\/may\.md,line=5,/)
  expect((await lint(['--format', 'checkstyle', 'reports'])).output).toContain('<file name="reports/may.md">')
  const sarif = JSON.parse((await lint(['--format', 'sarif', 'reports'])).output)
  expect(sarifProblems(sarif)).toEqual([])
  expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('reports/may.md')
})

test('the exit code says whether something stands at the level', async () => {
  write('warn.md', `## Causes\n\n${forgot}`)
  write('hint.md', `## Timeline\n\n${forgot}`)
  write('none.md', 'The node failed to drain.\n')

  expect((await lint(['warn.md'])).code).toBe(1)
  expect((await lint(['hint.md'])).code).toBe(0)
  expect((await lint(['hint.md', '--fail-on', 'hint'])).code).toBe(1)
  expect(await lint(['none.md'])).toMatchObject({ code: 0, output: expect.stringContaining('No wording to look at') })
  expect(await lint(['-'], { input: `## Causes\n\n${forgot}` })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^standard input\n/),
  })
})

test('what is no text is told in one line each, and the other files are looked at', async () => {
  write('a-binary.md', new Uint8Array([80, 78, 71, 0, 1, 2]))
  write('b-latin.md', Buffer.from('ok\nCaf\xe9', 'latin1'))
  write('c-huge.md', 'a\n'.repeat(1_100_000))
  write('d-deep.md', `${'>'.repeat(60)} deep\n`)
  write('e-good.md', `## Causes\n\n${forgot}`)
  write('f-wide.md', Buffer.from(`\ufeff## Causes\n\n${forgot}`, 'utf16le'))

  const answer = await lint(['--format', 'json', '.', 'gone.md'])
  expect(answer.code).toBe(2)
  expect(answer.problem.trimEnd().split('\n')).toEqual([
    'a-binary.md: This is not a text file.',
    'b-latin.md: It is not UTF-8: byte 0xE9 at line 2, column 4. Save it as UTF-8.',
    expect.stringMatching(/^c-huge\.md: It is larger than 2 MB/),
    expect.stringMatching(/^d-deep\.md: .*nested deeper.*line 1/),
    'gone.md: There is no such file or folder.',
  ])
  expect(JSON.parse(answer.output).map(({ file }: { file: string }) => file)).toEqual(['e-good.md', 'f-wide.md'])
  expect(await lint(['a-binary.md'])).toMatchObject({ code: 2, output: '' })
})

test('a baseline leaves out what was there, moved or not, once for each time it was there', async () => {
  write('docs/may.md', `## Causes\n\n${forgot}`)
  expect(await lint(['--baseline', 'docs/known.json', '--write-baseline', 'docs'])).toMatchObject({
    code: 0,
    output: 'docs/known.json: 1 finding written.\n',
  })
  write('docs/may.md', `# Outage\n\nNew words.\n\n## Causes\n\nThe engineer\nforgot  to drain the node.\n`)
  expect(await rulesIn(['--baseline', 'docs/known.json', 'docs'])).toEqual([])
  // Named as a file, from elsewhere, it is the same file.
  expect((await lint(['--baseline', 'docs/known.json', 'docs/may.md'])).code).toBe(0)

  write('docs/may.md', `## Causes\n\n${forgot}\n${forgot}\nIt was careless of the crew.\n`)
  expect(await rulesIn(['--baseline', 'docs/known.json', 'docs'])).toEqual(['5 omission-verb', '7 character-judgement'])

  write('docs/may.md', 'All good.\n')
  expect((await lint(['--baseline', 'docs/known.json', 'docs'])).output).toContain('1 in the baseline are not there')
})

test('writing a baseline for one file keeps what it says of the others', async () => {
  write('one.md', `## Causes\n\n${forgot}`)
  write('two.md', `## Causes\n\n${forgot}\n${forgot}`)
  await lint(['--baseline', 'known.json', '--write-baseline', '.'])
  write('one.md', '')
  expect((await lint(['--baseline', 'known.json', '--write-baseline', 'one.md'])).output).toContain(
    '2 findings written',
  )
  expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).findings).toMatchObject([
    { file: 'two.md', count: 2 },
  ])
})

test('a section map says what the headings of a house stand for', async () => {
  write('may.md', `## 3. What bit us\n\n${forgot}`)
  write('map.json', '{ "what bit us": "timeline" }')
  expect(JSON.parse((await lint(['--format', 'json', '--section-map', 'map.json', 'may.md'])).output)).toMatchObject([
    { section: 'timeline', level: 'hint' },
  ])
  write('map.json', '{\n  "What bit us": "cause"\n}')
  const answer = await lint(['--section-map', 'map.json', 'may.md'])
  expect(answer.code).toBe(2)
  expect(answer.problem).toMatch(/^map\.json:2:18: "What bit us" is one of summary, .*\n$/)
})

test('the nearest configuration counts, and --config instead of it', async () => {
  write('.candor-lint.json', '{ "rules": { "omission-verb": "off" } }')
  write('docs/may.md', `## Causes\n\n${forgot}\nThe berthing officer forgot to call.\n`)
  expect(await rulesIn(['docs'])).toEqual([])
  write('docs/.candor-lint.json', '{ "allowed": ["forgot to drain"], "roles": ["berthing officer"] }')
  expect(await rulesIn(['docs'])).toEqual(['5 omission-verb'])
  expect(await rulesIn(['--config', '.candor-lint.json', 'docs'])).toEqual([])
})

test.each([
  ['{ "rules": { "omision-verb": "off" } }', '1:14: There is no rule "omision-verb". Is "omission-verb" meant?'],
  ['{\n  "rules": { "omission-verb": "of" }\n}', '2:31: "rules.omission-verb" is one of off, info, hint, warn.'],
  ['{ "roles": "stoker" }', '1:12: "roles" is a list, [ … ].'],
  ['{ "role": [] }', '1:3: "role" is not a setting.'],
  ['{ "roles": ["stoker" }', '1:22: A comma or ] is expected here.'],
  ['{ "roles": ["stoker]', '1:13: This text has no closing quotation mark.'],
  ['{ "roles": [stoker] }', '1:13: "stoker" is not expected here.'],
  ['{ "roles": [], "roles": [] }', '1:16: "roles" stands here twice.'],
  ['{ "roles": []', '1:14: A comma or } is expected here.'],
  ['[]', '1:1: The file is a record, { … }.'],
  ['', '1:1: It ends too early.'],
])('a wrong configuration is told in one line with its place: %s', async (config, problem) => {
  write('.candor-lint.json', config)
  write('may.md', forgot)
  expect(await lint(['may.md'])).toEqual({ code: 2, output: '', problem: `.candor-lint.json:${problem}\n` })
})

test('a comment keeps the next block from one rule, two keep what stands between them', async () => {
  write(
    'may.md',
    `## Causes

<!-- candor-keep omission-verb: the engineer's own words, agreed with them -->

${forgot}
It was careless. ${forgot}
<!-- candor-off omission-verb: minutes of the call -->

${forgot}
- ${forgot}- The crew was careless.

<!-- candor-on omission-verb -->
${forgot}
\`\`\`
<!-- candor-keep omission-verb -->
\`\`\`
`,
  )
  expect(await rulesIn(['may.md'])).toEqual([
    '7 character-judgement',
    '7 omission-verb',
    '14 character-judgement',
    '17 omission-verb',
  ])
})

test.each([
  ['<!-- candor-keep omission-verb -->', 'A sentence is kept with a reason', true],
  ['<!-- candor-off omission-verb: - -->', 'A sentence is kept with a reason', true],
  ['<!-- candor-keep weak-action: it is fine -->', 'Nothing of weak-action stands in the next block', true],
  ['<!-- candor-on omission-verb -->', 'Nothing of omission-verb stands between', true],
  ['<!-- candor-keep omision-verb: it is fine -->', 'There is no rule "omision-verb"', true],
  ['<!-- candor-keep -->', 'This comment names no rule', true],
  ['<!-- candor-keep omission-verb: their words -->', null, false],
  ['<!-- something else -->', null, true],
])('a comment that keeps nothing, or has no reason, is told itself: %s', async (comment, message, stays) => {
  const { output } = await lint(['--format', 'json', '-'], { input: `## Causes\n\n${comment}\n\n${forgot}` })
  const [first, ...rest] = JSON.parse(output)
  if (message) {
    expect(first).toMatchObject({ line: 3, column: 1, ruleId: 'keep-comment', level: 'hint', excerpt: comment })
    expect(first.message).toContain(message)
    expect(rest.length).toBe(stays ? 1 : 0)
  } else expect([first].filter(Boolean).length).toBe(stays ? 1 : 0)
})

test('a comment about a rule that the house has turned off is no news', async () => {
  write('.candor-lint.json', '{ "rules": { "omission-verb": "off" } }')
  expect(await rulesIn(['-'], { input: `<!-- candor-keep omission-verb: their words -->\n\n${forgot}` })).toEqual([])
})

test('colour comes when it is asked for, and goes when it is not wanted', async () => {
  write('may.md', `## Causes\n\n${forgot}`)
  const coloured = async (env: Record<string, string>) => (await lint(['may.md'], { env })).output.includes('\u001B[')

  expect(await coloured({})).toBe(false)
  expect(await coloured({ FORCE_COLOR: '1' })).toBe(true)
  expect(await coloured({ FORCE_COLOR: '0' })).toBe(false)
  expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
  const { output } = await lint(['may.md'], { env: { COLUMNS: '50' } })
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(54)
})

test('a rule explains itself by its name or its code, and a wrong name gets the nearest', async () => {
  expect((await lint(['--explain', 'omission-verb'])).output).toBe((await lint(['--explain', 'b03'])).output)
  expect(await lint(['--explain', 'ommision-verb'])).toMatchObject({
    code: 2,
    problem: expect.stringMatching(/^There is no rule "ommision-verb"\. Is omission-verb meant\?/),
  })
})

test.each([
  [['--format', 'xml', '.'], '--format is one of pretty, json, github, sarif, checkstyle, not "xml".'],
  [['--fail-on', 'info', '.'], '--fail-on is warn or hint, not "info".'],
  [['--write-baseline', '.'], '--write-baseline needs the file to write: --baseline FILE.'],
  [[], 'Name a file, a folder, or - for standard input.'],
])('wrong use is answered with what is right: %s', async (args, problem) => {
  const answer = await lint(args)
  expect(answer.code).toBe(2)
  expect(answer.problem.split('\n')[0]).toBe(problem)
})

test('as a command of its own it answers within the time of a commit hook', () => {
  write('may.md', 'The node failed to drain.\n')
  const node = join(root, 'node_modules', '.bin', 'node')
  const said = execFileSync(node, [join(root, 'candor.mjs'), 'lint', 'may.md'], { encoding: 'utf8', timeout: 15_000 })
  expect(said).toBe('No wording to look at. Whether it is fair is for readers to say.\n')
})
