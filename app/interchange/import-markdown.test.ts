import { describe, expect, test } from 'vitest'
import { plainText } from '#app/document/plain-text.ts'
import { dryRunOf } from './dry-run.ts'
import { importMarkdown } from './import-markdown.ts'

function imported(source: string, fileName?: string) {
  const outcome = importMarkdown(source, { fileName })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.imported
}
const outline = (source: string) => imported(source).sections.map(({ kind, title }) => [kind, title])
/** The entries of all timelines as "date time text". */
const entries = (source: string) =>
  dryRunOf('x', imported(source))
    .sections.filter(({ kind }) => kind === 'timeline')
    .flatMap(({ items }) => items.map(({ date, time, text }) => `${date} ${time} ${text}`))

describe('the sections of a text', () => {
  const parts = [
    ['prose', 'Summary'],
    ['timeline', 'Timeline'],
    ['causes', 'Root cause'],
    ['changes', 'Action items'],
  ]
  test.each([
    [
      'headings',
      '# Slow checkout\n## Summary\nSlow.\n## Timeline\n- 14:02 x\n## Root cause\nA lock.\n## Action items\n- Add an alert\n',
    ],
    [
      'headings without a space',
      '# Slow checkout\n##Summary\nSlow.\n##Timeline\n- 14:02 x\n##Root cause\nA lock.\n##Action items\n- Add an alert\n',
    ],
    [
      'bold lines',
      '# Slow checkout\n\n**Summary**\nSlow.\n\n**Timeline**\n- 14:02 x\n\n**Root cause:**\nA lock.\n\n**Action items**\n- Add an alert\n',
    ],
    [
      'labels',
      '# Slow checkout\n\n**Summary**: Slow.\n\n**Timeline**:\n- 14:02 x\n\n**Root cause**: A lock.\n\n**Action items**:\n- Add an alert\n',
    ],
    [
      'plain lines',
      'Slow checkout\n\nSummary\nSlow.\n\nTimeline\n14:02 x\n\nRoot cause\nA lock.\n\nAction items:\n- Add an alert\n',
    ],
    [
      'points of a list',
      '## Slow checkout\n- **Summary**: Slow.\n- **Timeline**\n  - 14:02 x\n- **Root cause**: A lock.\n- **Action items**:\n  - Add an alert\n',
    ],
    [
      'underlined headings',
      'Slow checkout\n===\nSummary\n---\nSlow.\n\nTimeline\n---\n- 14:02 x\n\nRoot cause\n---\nA lock.\n\nAction items\n---\n- Add an alert\n',
    ],
  ])('are found by %s', (_, source) => {
    expect(imported(source).title).toBe('Slow checkout')
    expect(outline(source)).toEqual(parts)
  })

  test('a heading of its own inside another stays a heading there', () => {
    const { sections } = imported('# X\n## Action items\n### Detection\n- Alert\n### Checkout\n- Test\n')
    expect(sections).toHaveLength(1)
    expect(sections[0]?.content.map(({ type }) => type)).toEqual(['heading', 'change', 'heading', 'change'])
    expect(sections[0]?.headings).toEqual(['Action items', 'Detection', 'Checkout'])
  })

  test('what went well, wrong and luckily are sections of their own under lessons', () => {
    const source =
      '# X\n## Lessons learned\n- Queues hide\n### What went well\n- Alerts\n### What went wrong\n- Docs\n### Where we got lucky\n- Night\n'
    expect(outline(source)).toEqual([
      ['lessons', 'Lessons learned'],
      ['prose', 'What went well'],
      ['prose', 'What went wrong'],
      ['prose', 'Where we got lucky'],
    ])
  })

  test('a heading that nobody knows is prose with its own title', () => {
    expect(outline('# X\n## Summary\nA.\n## The kettle and the fuse\nB.\n')).toEqual([
      ['prose', 'Summary'],
      ['prose', 'The kettle and the fuse'],
    ])
  })

  test('"What happened" is prose, or a timeline where its lines start with times', () => {
    expect(outline('# X\n## What happened\nIt was slow.\n')).toEqual([['prose', 'What happened']])
    expect(outline('# X\n## What happened\n- 14:02 slow\n- 14:05 fast\n')).toEqual([['timeline', 'What happened']])
  })

  test('emoji codes go from titles, hidden comments and template tags from the text, and the preview says so', () => {
    const { sections, notes } = imported(
      '# X\n## :warning: Impact\n<!-- how many? -->\n{% raw %}Nobody could pay.{% endraw %}\n',
    )
    expect(sections[0]).toMatchObject({ title: 'Impact', content: [{ type: 'paragraph' }] })
    expect(notes).toEqual(['1 hidden comment was left out.', '2 template tags were left out.'])
  })

  test('front matter and labelled lines give the facts, and all of them also stay in the text', () => {
    const front = imported(
      '---\ntitle: "Slow checkout"\ndate: 2024-03-01\nauthors:\n  - Ana\n  - Tom\n---\n## Summary\nSlow.\n',
    )
    expect(front).toMatchObject({ title: 'Slow checkout', facts: { date: '2024-03-01', authors: 'Ana, Tom' } })
    const head = front.sections.at(-1)!
    expect([head.title, plainText({ type: 'section', content: head.content })]).toEqual([
      'From the head of the file',
      'date: 2024-03-01\nauthors: Ana, Tom',
    ])
    const toml = imported('+++\ntitle = "Slow checkout"\n+++\nSlow.\n')
    expect(toml.title).toBe('Slow checkout')
    expect(toml.sections).toHaveLength(1)
    const labelled = imported(
      '# Slow checkout\n\n**Severity**: SEV2\n\n| Duration | 20 minutes |\n| --- | --- |\n| Status | Final |\n',
    )
    expect(labelled.facts).toMatchObject({ severity: 'SEV2', duration: '20 minutes', status: 'Final' })
    expect(JSON.stringify(labelled.sections)).toContain('SEV2')
  })

  test('a text without a title is called by its file', () => {
    expect(imported('## Summary\nSlow.\n', '/tmp/2024-03-01_slow-checkout.md').title).toBe('2024 03 01 slow checkout')
  })
})

describe('the entries of a timeline', () => {
  const expected = ['2024-03-01 14:02 The queue grew', '2024-03-01 14:05 We restarted it']
  test.each([
    ['points', '# X\n## Timeline\n- 2024-03-01 14:02 The queue grew\n- 2024-03-01 14:05 We restarted it\n'],
    ['numbers', '# X\n## Timeline\n1. 2024-03-01 14:02: The queue grew\n2. 2024-03-01 14:05: We restarted it\n'],
    ['bare lines', '# X 2024-03-01\n## Timeline\n14:02 The queue grew\n14:05 We restarted it\n'],
    ['bold times', '# X 2024-03-01\n## Timeline\n**14:02** The queue grew\n\n**14:05**: We restarted it\n'],
    ['code marks', '# X 2024-03-01\n## Timeline\n- `14:02` The queue grew\n- `14:05` We restarted it\n'],
    ['headings', '# X 2024-03-01\n## Timeline\n### 14:02\nThe queue grew\n### 14:05\nWe restarted it\n'],
    ['headings with text', '# X\n## Timeline\n### 2024-03-01 14:02 The queue grew\n### 14:05 We restarted it\n'],
    ['day headings', '# X\n## Timeline\n### 1 March 2024\n- 14:02 The queue grew\n- 14:05 We restarted it\n'],
    ['day lines', '# X\n## Timeline\nMar 1, 2024\n2:02 PM The queue grew\n2:05 PM We restarted it\n'],
    ['days over points', '# X\n## Timeline\n- 2024-03-01\n  - 14:02 The queue grew\n  - 14:05 We restarted it\n'],
    [
      'a table',
      '# X\n## Timeline\n| Time | Event |\n| --- | --- |\n| 2024-03-01 14:02 | The queue grew |\n| 2024-03-01 14:05 | We restarted it |\n',
    ],
    [
      'a table of many columns',
      '# X in 2024\n## Timeline\n| Day | Date | Time | Event |\n|-|-|-|-|\n| Fri | Mar 1, 2024 | 14:02 | The queue grew |\n| Fri | Mar 1, 2024 | 14:05 | We restarted it |\n',
    ],
    [
      'a table that names the year in its head',
      '# X\n## Timeline\n| Date (2024) | Time | Event |\n|-|-|-|\n| Mar 1 | 14:02 | The queue grew |\n| Mar 1 | 14:05 | We restarted it |\n',
    ],
    [
      'undivided times',
      '# X 2024-03-01\n## Timeline\n| Time | What |\n|-|-|\n| 1402 | The queue grew |\n| 1405 | We restarted it |\n',
    ],
    ['dotted times', '# X\n## Timeline\n1 March 2024\n\n14.02 The queue grew<br>\n14.05 We restarted it\n'],
    [
      'a broken table',
      '# X\n## Timeline\n| Time | Event\n| 2024-03-01 14:02 | The queue grew\n| 2024-03-01 14:05 | We restarted it\n',
    ],
    ['a pasted block', '# X 2024-03-01\n## Timeline\n```\n14:02 The queue grew\n14:05 We restarted it\n```\n'],
  ])('are read from %s', (_, source) => {
    expect(entries(source).map((entry) => entry.replace(/ \|$/, ''))).toEqual(expected)
  })

  test('newest first stays newest first', () => {
    expect(entries('# X 2024-03-01\n## Timeline\n- 14:05 We restarted it\n- 14:02 The queue grew\n')).toEqual(
      [...expected].reverse(),
    )
  })

  test('times pass midnight', () => {
    const { sections, notes } = imported('# X 2024-03-01\n## Timeline (UTC)\n- 23:50 Alarm\n- 00:10 Calm\n')
    expect(sections[0]?.content.map(({ attrs }) => attrs?.at)).toEqual([
      '2024-03-01T23:50:00.000Z',
      '2024-03-02T00:10:00.000Z',
    ])
    expect(notes).toContain('The times pass midnight once; the day was counted on.')
  })

  test('a zone named once counts for all times, one on a line for that line, and what was typed stays', () => {
    const { sections } = imported(
      '# X 2024-03-01\n## Timeline\nAll times in CET.\n- 14:02 Alarm\n- 14:05 UTC Calm\n- ~14:20 Over\n- 15:00 - 15:10 Checks\n',
    )
    const moments = sections[0]?.content.filter(({ type }) => type === 'timelineEntry').map(({ attrs }) => attrs)
    expect(moments).toMatchObject([
      { at: '2024-03-01T13:02:00.000Z', zone: 'Europe/Paris', precision: 'exact', typed: '14:02' },
      { at: '2024-03-01T14:05:00.000Z', zone: 'UTC', typed: '14:05 UTC' },
      { precision: 'about', typed: '~14:20' },
      { at: '2024-03-01T14:00:00.000Z', until: '2024-03-01T14:10:00.000Z', precision: 'between' },
    ])
  })

  test('a time whose day nobody wrote keeps its text and no instant', () => {
    const { sections, notes } = imported('# X\n## Timeline\n- 14:02 Alarm\n')
    expect(sections[0]?.content[0]?.attrs).toMatchObject({ at: null, precision: 'unknown', typed: '14:02' })
    expect(notes).toEqual(['1 time has no day, and the text names none; they are kept as typed.'])
  })

  test('the preview says which day was assumed', () => {
    const { notes } = imported('# X on 2024-03-01\n## Timeline (UTC)\n- 14:02 Alarm\n- 14:05 Calm\n')
    expect(notes).toEqual([
      '2 times have no day of their own; the day was taken from 2024-03-01, the date in the title.',
    ])
  })

  test('a day without a time of day lasts the whole day', () => {
    const { sections } = imported('# X\n## Timeline (UTC)\n- 2024-03-01 - The fix came\n')
    expect(sections[0]?.content[0]?.attrs).toMatchObject({
      at: '2024-03-01T00:00:00.000Z',
      until: '2024-03-01T23:59:59.000Z',
      precision: 'between',
    })
  })

  test('labels that say it outright become milestones', () => {
    const source =
      '# X 2024-03-01\n## Timeline\n- 14:00 Impact starts\n- 14:02 **Detection:** an alarm\n- 14:05 Resolved: all calm\n- 14:06 We resolved to look further\n'
    expect(imported(source).sections[0]?.content.map(({ attrs }) => attrs?.milestones)).toEqual([
      ['first-effect'],
      ['first-noticed'],
      ['normal-again'],
      [],
    ])
  })

  test('what stands below an entry goes with it', () => {
    const { sections } = imported(
      '# X 2024-03-01\n## Timeline\n### 14:02\nThe queue grew\n\n    log line\n\n> a quote\n\n### 14:05\nCalm\n',
    )
    expect(sections[0]?.content.map(({ content }) => content?.map(({ type }) => type))).toEqual([
      ['paragraph', 'codeBlock', 'blockquote'],
      ['paragraph'],
    ])
  })

  test('a pasted chat becomes entries with who said what', () => {
    expect(entries('# X 2024-03-01\n## Timeline\n[14:02] ana: is it slow?\n[14:05] tom: yes\n')).toEqual([
      '2024-03-01 14:02 ana: is it slow?',
      '2024-03-01 14:05 tom: yes',
    ])
    expect(entries('# X 2024-03-01\n## Timeline\nAna Reyes  2:02 PM\nis it slow?\nTom O  2:05 PM\nyes\n')).toEqual([
      '2024-03-01 14:02 Ana Reyes: is it slow?',
      '2024-03-01 14:05 Tom O: yes',
    ])
  })
})

describe('other items', () => {
  test('points and rows under actions are changes, and a tick stays readable', () => {
    const { sections } = imported(
      '# X\n## Action items\n- [x] Add an alert\n- Write it down\n\n| Change | Team |\n|-|-|\n| Split the queue | Payments |\n',
    )
    const changes = dryRunOf('x', { title: '', facts: {}, notes: [], sections }).sections[0]
    expect(changes?.items.map(({ text }) => text)).toEqual([
      '[x] Add an alert',
      'Write it down',
      'Split the queue\nTeam: Payments',
    ])
    expect(changes?.text).toBe('Change · Team')
  })

  test('causes, lessons, questions and thanks', () => {
    const source =
      '# X\n## Contributing factors\n- A lock\n## Lessons\n- Queues hide\n## Open questions\n- Why now?\n## Thanks\nTo the night shift.\n'
    expect(imported(source).sections.map(({ content }) => content[0]?.type)).toEqual([
      'cause',
      'lesson',
      'question',
      'thanks',
    ])
  })
})

describe('links and pictures', () => {
  test('only addresses that are safe to follow stay links', () => {
    const [section] = imported(
      '[good](https://example.org) [bad](javascript:alert) [near](./x.md) ![graph](./g.png)\n\nmore',
    ).sections
    const links = JSON.stringify(section).match(/"href":"[^"]*"/g)
    expect(links).toEqual(['"href":"https://example.org"'])
    expect(JSON.stringify(section)).toContain('graph (./g.png)')
  })
})

test('the rows of a table are of one width, so that the editor has nothing to fill when it is opened', () => {
  const { sections } = imported('# Slow checkout\n\n## Notes\n\n| a | b |\n|---|---|\n| c |\n| d | e | f |\n')
  const table = sections.flatMap(({ content }) => content).find(({ type }) => type === 'table')!
  expect(table.content!.map((row) => row.content!.map((cell) => plainText(cell)))).toEqual([
    ['a', 'b', ''],
    ['c', '', ''],
    ['d', 'e', 'f'],
  ])
})
