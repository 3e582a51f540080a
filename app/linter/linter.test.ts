import { describe, expect, test } from 'vitest'
import { type Context, lint, lintBlock, oncePerDocument, type TextBlock } from './index.ts'

function block(text: string, more: Partial<TextBlock> = {}): TextBlock {
  return { id: 'one', section: 'causes', kind: 'text', text, ...more }
}

function rules(text: string, more: Partial<TextBlock> = {}, context?: Context): string[] {
  return lint([block(text, more)], context).map(({ ruleId }) => ruleId)
}

const OMISSION = 'The engineer failed to drain the node.'

describe('a finding', () => {
  test('points at the phrase and its sentence, in units of the text as given', () => {
    const text = 'It was late. 🚢 The engineer failed to drain the node. It went on.'

    const [finding] = lint([block(text)])

    expect(text.slice(finding?.from, finding?.to)).toBe('failed to')
    expect(finding?.excerpt).toBe('failed to')
    expect(text.slice(finding?.sentence.from, finding?.sentence.to)).toBe('🚢 The engineer failed to drain the node.')
    expect(finding).toMatchObject({ ruleId: 'omission-verb', blockId: 'one', level: 'warn' })
    expect(finding?.message).toBe('"Failed to" says that a step was due.')
  })

  test('is one at most in a sentence: the strongest', () => {
    expect(rules('Obviously, the careless engineer failed to check and forgot to ask.')).toHaveLength(1)
    expect(rules(`${OMISSION} ${OMISSION}`)).toHaveLength(2)
  })

  test('keeps its key when the sentence moves, is wrapped anew or loses its full stop', () => {
    const key = lintBlock(block(OMISSION))[0]?.keepKey

    expect(lintBlock(block(`Before. ${OMISSION}`, { id: 'two' }))[0]?.keepKey).toBe(key)
    expect(lintBlock(block('- The  engineer failed to\ndrain the node'))[0]?.keepKey).toBe(key)
  })

  test('gets another key in another kind of section and after another word', () => {
    const key = lintBlock(block(OMISSION))[0]?.keepKey

    expect(lintBlock(block(OMISSION, { section: 'prose' }))[0]?.keepKey).not.toBe(key)
    expect(lintBlock(block(OMISSION.replace('node', 'nodes')))[0]?.keepKey).not.toBe(key)
  })
})

describe('what is never looked at', () => {
  test.each(['heading', 'quote', 'code', 'chat'] as const)('a block that is a %s', (kind) => {
    expect(rules(OMISSION, { kind })).toEqual([])
  })

  test('ranges that the caller masks', () => {
    expect(rules(OMISSION, { masks: [{ from: 0, to: OMISSION.length }] })).toEqual([])
  })

  test.each([
    'Run `engineer failed to` first.',
    'The mail read: "The engineer failed to drain the node."',
    '[14:02] ana: the engineer failed to drain it',
    '@ana: the engineer failed to drain it',
    '> The engineer failed to drain it.',
    '2026-03-01 ERROR engineer failed to drain it',
    'See https://example.org/the-engineer-failed-to/drain for more.',
  ])('code, quotations, chat and logs: %s', (text) => {
    expect(rules(text)).toEqual([])
  })

  test('a short quotation is a scare quote and stays', () => {
    expect(rules('The cause was "human error" once more.')).toEqual(['human-error-cause'])
  })

  test('a phrase that the sentence speaks of', () => {
    expect(rules('"Human error" marks where we stopped asking.')).toEqual([])
  })
})

describe('who the subject is', () => {
  test('mentions are the surest sign', () => {
    const text = '\uFFFC failed to drain the node.'

    expect(rules(text, { mentions: [{ offset: 0, kind: 'person' }] })).toEqual(['omission-verb'])
    expect(rules(text, { mentions: [{ offset: 0, kind: 'team' }] })).toEqual(['omission-verb'])
    expect(rules(text, { mentions: [{ offset: 0, kind: 'service' }] })).toEqual([])
  })

  test('a U+FFFC that is no mention is a line break', () => {
    expect(rules('The engineer rested.\uFFFCThe pod failed to start.')).toEqual([])
  })

  test('the roster, the teams and the catalogue decide about names', () => {
    const text = 'Marvin failed to drain the node.'

    expect(rules(text)).toEqual([])
    expect(rules(text, {}, { people: ['Marvin Oduya'] })).toEqual(['omission-verb'])
    expect(rules(text, {}, { people: ['Marvin Oduya'], systems: ['Marvin'] })).toEqual([])
    expect(rules('Harbour failed to drain the node.', {}, { teams: ['Harbour'] })).toEqual(['omission-verb'])
    expect(rules('The bosun failed to drain the node.', {}, { roles: ['bosun'] })).toEqual(['omission-verb'])
  })

  test('two-faced nouns are software until something near says otherwise', () => {
    expect(rules('The operator failed to drain the node.')).toEqual([])
    expect(rules('The operator on duty failed to drain the node.')).toEqual(['omission-verb'])
    expect(rules('The scheduler failed to drain the node.', {}, { roles: ['scheduler'] })).toEqual(['omission-verb'])
  })

  test.each([
    'A lead saw the backlog but failed to raise it.',
    'The engineer, who was new there, failed to raise it.',
    'The engineer who was on call failed to raise it.',
    'During the rollout the engineer failed to raise it.',
    'One of the engineers failed to raise it.',
    'The reviewer on the payments team failed to raise it.',
    'Every engineer we met failed to raise it.',
    '14:02 – The engineer failed to raise it.',
    '- Failed to raise it.',
    'The board went red when the engineer failed to raise it.',
    'Whoever was on duty failed to raise it.',
    'The developers saw the graph. They failed to raise it.',
  ])('people: %s', (text) => {
    expect(rules(text)).toEqual(['omission-verb'])
  })

  test.each([
    'The engineer watched as the pod failed to start.',
    'The service that the team runs failed to start.',
    "The team's deploy failed to start.",
    'The pod, which the engineer had moved, failed to start.',
    'The engineer saw that the pod failed to start.',
    'The probes were slow. They failed to answer.',
    'The node restarted and failed to start.',
    'Customers failed to sign in.',
    'For the second engineer the page failed to load.',
  ])('systems: %s', (text) => {
    expect(rules(text)).toEqual([])
  })
})

describe('sections and house words', () => {
  test('the same sentence weighs less in a timeline, and nothing in thanks', () => {
    expect(lint([block(OMISSION, { section: 'timeline' })])[0]?.level).toBe('hint')
    expect(lint([block(OMISSION, { section: 'thanks' })])).toEqual([])
  })

  test('an unknown section is read like a summary, one level lower', () => {
    expect(lint([block(OMISSION, { section: 'unknown' })])[0]?.level).toBe('hint')
  })

  test('"we" and "I" weigh one level less and get their own card', () => {
    const [finding] = lint([block('We failed to drain the node.')])

    expect(finding).toMatchObject({ level: 'hint', message: 'Honest, and there is more in it.' })
  })

  test('a house turns a rule off, sets its level, or allows a phrase', () => {
    expect(rules(OMISSION, {}, { levels: { 'omission-verb': 'off' } })).toEqual([])
    expect(lint([block(OMISSION)], { levels: { 'omission-verb': 'info' } })[0]?.level).toBe('info')
    expect(rules(OMISSION, {}, { allowed: ['failed to drain'] })).toEqual([])
    expect(rules(OMISSION, {}, { allowed: ['the node'] })).toEqual(['omission-verb'])
  })
})

describe('a document', () => {
  const blocks = [
    block('The root cause was a lock.'),
    block('The root cause was a queue.', { id: 'two' }),
    block(OMISSION),
  ]

  test('says once that one cause carries the story', () => {
    expect(lint(blocks).map(({ ruleId, blockId }) => [ruleId, blockId])).toEqual([
      ['single-root-cause', 'one'],
      ['omission-verb', 'one'],
    ])
  })

  test('gives the same findings whole or block by block', () => {
    expect(oncePerDocument(blocks.flatMap((each) => lintBlock(each)))).toEqual(lint(blocks))
  })
})
