import { expect, test } from 'vitest'
import { evidenceFrom } from './evidence-from.ts'

test('an address of the web is a link from its host, unless somebody says where it is from', () => {
  const link = { kind: 'link', href: 'https://graphs.skerry-line.example/d/7', text: '' }
  expect(evidenceFrom(' https://graphs.skerry-line.example/d/7\n', '')).toMatchObject({
    ...link,
    source: 'graphs.skerry-line.example',
  })
  expect(evidenceFrom('https://graphs.skerry-line.example/d/7', 'the declines board')).toMatchObject({
    ...link,
    source: 'the declines board',
  })
})

test.each(['exit:1', 'error:timeout', 'http://[', 'javascript:alert(1)', '  at gate.ts:14\n  at line.ts:9'])(
  '“%s” is a snippet, as it stands',
  (text) => {
    expect(evidenceFrom(text, 'job log')).toMatchObject({ kind: 'snippet', href: null, text, source: 'job log' })
  },
)

test('nothing, and more than a snippet holds, is none', () => {
  expect(evidenceFrom(' \n', '')).toBeNull()
  expect(evidenceFrom('x'.repeat(20_001), '')).toBeNull()
})
