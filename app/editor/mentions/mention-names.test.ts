import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WritingOptions } from '../writing-options.ts'
import { createMentionNames, type MentionNames } from './mention-names.ts'

let names: MentionNames
/** What the server knows, or null while it gives no answer. */
let server: Record<string, { label: string }> | null
const asked: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return server ? Response.json({ names: server }) : new Response(null, { status: 503 })
  })
  asked.length = 0
  names = createMentionNames('/postmortems/PM-1/mentions', { teams: [], services: [] } as unknown as WritingOptions)
})
afterEach(() => {
  names.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const nameOf = (id: string) => names.nameOf('person', id)

test('the names of a text are asked for together, once', async () => {
  server = { 'person:ines': { label: 'On call' }, 'person:tove': { label: 'Tove' } }
  for (const id of ['ines', 'tove', 'ines']) expect(nameOf(id)).toBeUndefined()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(nameOf('ines')).toEqual({ label: 'On call' })
  expect(nameOf('tove')).toEqual({ label: 'Tove' })
  expect(asked).toEqual(['/postmortems/PM-1/mentions?names=person:ines,person:tove'])
})

test('whoever was mentioned a moment ago, and is no participant yet, has a name a little later', async () => {
  server = {}
  nameOf('ines')
  await vi.advanceTimersByTimeAsync(100)
  expect(nameOf('ines')).toBeNull()
  server = { 'person:ines': { label: 'On call' } }
  await vi.advanceTimersByTimeAsync(10_000)
  expect(nameOf('ines')).toEqual({ label: 'On call' })
})

test('what nobody knows is asked for twice, and then stays unknown', async () => {
  server = {}
  nameOf('ines')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(nameOf('ines')).toBeNull()
  expect(asked).toHaveLength(2)
})

test('a server that gave no answer is asked again', async () => {
  server = null
  nameOf('ines')
  await vi.advanceTimersByTimeAsync(100)
  server = { 'person:ines': { label: 'On call' } }
  await vi.advanceTimersByTimeAsync(10_000)
  expect(nameOf('ines')).toEqual({ label: 'On call' })
})

test('a mention of what cannot be an id is unknown, and costs the others nothing', async () => {
  server = { 'person:ines': { label: 'On call' } }
  expect(nameOf('no id')).toBeNull()
  nameOf('ines')
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toEqual(['/postmortems/PM-1/mentions?names=person:ines'])
})
