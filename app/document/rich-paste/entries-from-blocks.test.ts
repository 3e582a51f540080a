import { expect, test } from 'vitest'
import { blocksInLines } from '#tests/blocks-in-lines.ts'
import { htmlNodeOf } from '#tests/html-node-of.ts'
import { plainText } from '../plain-text.ts'
import { documentSchema } from '../schema.ts'
import { blocksFromHtml } from './blocks-from-html.ts'
import { entriesFromBlocks } from './entries-from-blocks.ts'

const context = { zone: 'UTC', previous: null, today: '2026-11-12' }
const entries = (html: string) => entriesFromBlocks(blocksFromHtml(htmlNodeOf(html)).blocks, context)
const shown = (html: string) => {
  const found = entries(html)
  const nodes = found?.nodes ?? []
  documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'section', content: nodes }] }).check()
  return nodes.map(({ attrs, content, ...node }) => [
    attrs?.typed ?? null,
    blocksInLines(attrs?.typed ? content! : [{ ...node, content }]),
  ])
}

test('rows of a table with times become entries with their marks, and its headings are left out with their words', () => {
  const table =
    '<table><tr><th>Time</th><th>Event</th></tr><tr><td>14:03</td><td>The job <b>ran</b></td></tr>' +
    '<tr><td>~14:05</td><td><p>calls</p><ul><li>two</li></ul></td></tr><tr><td></td><td>and more</td></tr></table>'
  expect(shown(table)).toEqual([
    ['14:03', 'The job **ran**'],
    ['~14:05', 'calls\n- two\nand more'],
  ])
  expect(entries(table)!.leftOut).toEqual([{ kind: 'heading', text: 'Time\nEvent' }])
})

test('a day in one cell and a time in the next are one time', () => {
  const found = entries(
    '<table><tr><td>2026-11-10</td><td>09:00</td><td>a</td></tr><tr><td>2026-11-11</td><td>09:30</td><td>b</td></tr></table>',
  )!
  expect(found.nodes.map(({ attrs }) => attrs!.at)).toEqual(['2026-11-10T09:00:00.000Z', '2026-11-11T09:30:00.000Z'])
})

test('a day may have a row of its own', () => {
  const rows = ['Time|Event', '10 Nov|', '09:00|a', '11 Nov|', '09:30|b', '|and c'].map(
    (row) => `<tr><td>${row.replace('|', '<td>')}`,
  )
  const found = entries(`<table>${rows.join('')}</table>`)!
  expect(found.nodes.map(({ type, attrs, content }) => [attrs?.at ?? type, plainText({ type, content })])).toEqual([
    ['paragraph', '10 Nov'],
    ['2026-11-10T09:00:00.000Z', 'a'],
    ['paragraph', '11 Nov'],
    ['2026-11-11T09:30:00.000Z', 'b\nand c'],
  ])
})

test('items of a list and paragraphs become entries too; what has no time goes on with the entry above', () => {
  expect(
    shown(
      '<p>From the notes:</p><ul><li><b>14:03</b> – the job <i>ran</i><ul><li>twice</li></ul></li><li>14:12: stopped</li></ul><p>by itself</p>',
    ),
  ).toEqual([
    [null, 'From the notes:'],
    ['14:03', 'the job _ran_\n- twice'],
    ['14:12', 'stopped\nby itself'],
  ])
})

test('a table that has a time here and there stays a table, and text without times is no timeline', () => {
  const rows = ['14:03', 'a', 'b', 'c', 'd'].map((cell) => `<tr><td>${cell}</td><td>x</td></tr>`).join('')
  expect(entries(`<table>${rows}</table>`)).toBeNull()
  expect(entries('<p>It ran.</p>')).toBeNull()
})

test('what a time was linked to becomes the evidence of its entry; a link in the text stays there', () => {
  const chat = 'https://chat.example/'
  const found = entries(
    `<p><a href="${chat}1">14:03</a> the job ran, see <a href="${chat}2">the log</a></p>` +
      `<table><tr><td><a href="${chat}3">14:05</a></td><td>calls</td></tr><tr><td>14:06</td><td>more</td></tr></table>` +
      `<ul><li><a href="${chat}4">14:12 stopped</a></li></ul>`,
  )!
  const sources = found.nodes.map(({ attrs }) => (attrs!.evidence as { href: string }[]).map(({ href }) => href))
  expect(sources).toEqual([[`${chat}1`], [`${chat}3`], [], []])
  expect(blocksInLines(found.nodes.flatMap(({ content }) => content!))).toBe(
    `the job ran, see [the log](${chat}2)\ncalls\nmore\n[stopped](${chat}4)`,
  )
})

test('times stand on the day that is named above them, in the zone that is, and headings between entries', () => {
  const html =
    '<p>All times are UTC.</p><h2>Thursday, 12 November 2026</h2><p>23:50 calls</p><h3>Looking</h3><p>at the log</p>' +
    '<table><tr><th>Time (CET)</th><th>Event</th></tr><tr><td colspan="2"><b>14 Nov</b></td></tr><tr><td>00:10</td><td>relief</td></tr></table>' +
    '<table><tr><td>15 Nov</td><td>09:00 UTC</td><td>normal</td></tr><tr><td>16 Nov</td><td>10:00</td><td>closed</td></tr></table>'
  const found = entriesFromBlocks(blocksFromHtml(htmlNodeOf(html)).blocks, { ...context, zone: 'Europe/Oslo' })!
  expect(found.nodes.map(({ type, attrs, content }) => [attrs?.at ?? type, plainText({ type, content })])).toEqual([
    ['paragraph', 'All times are UTC.'],
    ['heading', 'Thursday, 12 November 2026'],
    ['2026-11-12T23:50:00.000Z', 'calls'],
    ['heading', 'Looking'],
    ['paragraph', 'at the log'],
    ['paragraph', '14 Nov'],
    ['2026-11-13T23:10:00.000Z', 'relief'],
    ['2026-11-15T09:00:00.000Z', 'normal'],
    ['2026-11-16T09:00:00.000Z', 'closed'],
  ])
})
