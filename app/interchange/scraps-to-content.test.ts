import { describe, expect, test } from 'vitest'
import { dryRunOf } from './dry-run.ts'
import { scrapsToImported } from './scraps-to-content.ts'

const told = (text: string) => {
  const imported = scrapsToImported(text)
  return { title: imported.title, sections: dryRunOf('', imported).sections }
}

describe('what is put into the first box', () => {
  test('one sentence is a title to start from and a first entry', () => {
    expect(told('Checkout was slow for ten minutes.')).toMatchObject({
      title: 'Checkout was slow for ten minutes',
      sections: [{ kind: 'timeline', items: [{ time: null, text: 'Checkout was slow for ten minutes.' }] }],
    })
  })

  test('lines with times become entries, the lines between them go with the one above', () => {
    const { sections } = told('14:02 queue grew\nstill growing\n\n14:05 restarted it\n- 14:10 calm')
    expect(sections).toMatchObject([{ kind: 'timeline', key: 'what-happened' }])
    expect(sections[0]?.items.map(({ time, text }) => [time, text])).toEqual([
      ['14:02', 'queue grew still growing'],
      ['14:05', 'restarted it'],
      ['14:10', 'calm'],
    ])
  })

  test('times with a day are those of whoever types them, where no zone is named', () => {
    const at = (text: string) => {
      const [section] = scrapsToImported(text, 'Europe/Oslo').sections
      return section?.content.map(({ attrs }) => [attrs?.at, attrs?.zone])
    }
    expect(at('12 Nov 2026 14:03 the queue grows')).toEqual([['2026-11-12T13:03:00.000Z', 'Europe/Oslo']])
    expect(at('12 Nov 2026 14:03 UTC the queue grows')).toEqual([['2026-11-12T14:03:00.000Z', 'UTC']])
  })

  test('a chat becomes entries with who said what', () => {
    const { sections } = told('Ana Reyes  2:02 PM\nis it slow?\nTom Okafor  2:03 PM\nyes\nrolling back\n')
    expect(sections[0]?.items.map(({ time, text }) => [time, text])).toEqual([
      ['14:02', 'Ana Reyes: is it slow?'],
      ['14:03', 'Tom Okafor: yes rolling back'],
    ])
    expect(told('[14:02] ana: is it slow?\n[14:03] tom: yes').sections[0]?.items.map(({ text }) => text)).toEqual([
      'ana: is it slow?',
      'tom: yes',
    ])
  })

  test('a text with headings is read like a file', () => {
    const { title, sections } = told('# Slow checkout\n## Impact\nNobody could pay.\n## Action items\n- An alert\n')
    expect(title).toBe('Slow checkout')
    expect(sections.map(({ kind }) => kind)).toEqual(['prose', 'changes'])
  })

  test('several lines without times are kept as they are, as the start of the short account', () => {
    const { sections } = told('Checkout was slow.\nNobody knew why.\n\nThen it was fast.')
    expect(sections).toMatchObject([
      { kind: 'prose', key: 'in-short', text: 'Checkout was slow.\nNobody knew why.\nThen it was fast.' },
    ])
  })

  test('nothing makes nothing', () => {
    expect(told(' \n ')).toEqual({ title: '', sections: [] })
  })

  test('a text too long for the importer is kept all the same', () => {
    const { sections } = told(`# Log\n${'line of a log\n'.repeat(25_000)}`)
    expect(sections[0]?.text.split('\n')).toHaveLength(25_001)
  })
})
