import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { acknowledgements } from './acknowledged-socket.ts'
import { updateMessage } from './update-message.ts'

/** A socket that opens at once and keeps what is sent. */
class Line extends EventTarget {
  static lines: Line[] = []
  readyState = 1
  sent: Uint8Array[] = []
  constructor() {
    super()
    Line.lines.push(this)
  }
  send(message: Uint8Array) {
    this.sent.push(message)
  }
  /** A message of the server: the document's name is one letter. */
  says(...bytes: number[]) {
    this.dispatchEvent(new MessageEvent('message', { data: Uint8Array.of(1, 100, ...bytes).buffer }))
  }
}
const letIn = [2, 2] as const
const taken = [8, 1] as const

function start(shared = new Y.Doc(), tooLarge = () => {}) {
  const Base = Line as unknown as typeof WebSocket
  const known = acknowledgements(() => {}, { documentName: 'd', shared, Base, tooLarge })
  const connect = () => {
    new known.Socket('ws://candor.example/live')
    return Line.lines.at(-1)!
  }
  return { ...known, connect }
}

/** Letters typed one after the other, each an update of its own. */
function typing(...letters: string[]): Uint8Array[] {
  const shared = new Y.Doc()
  const updates: Uint8Array[] = []
  shared.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of letters) shared.getText('t').insert(shared.getText('t').length, letter)
  return updates
}

/** What a document says that was sent these messages and nothing else. */
function textOf(line: Line): string {
  const shared = new Y.Doc()
  for (const message of line.sent) {
    const head = updateMessage('d', new Uint8Array()).byteLength - 1
    let [at, length] = [head, 0]
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++]!
      length |= (byte & 127) << shift
      if (byte < 128) break
    }
    Y.applyUpdate(shared, message.subarray(at, at + length))
  }
  return shared.getText('t').toString()
}

test('what is typed while there is no line goes out in its order, once the server has let this tab in', () => {
  const { typed, connect, outstanding, acknowledged } = start()
  const [a, b, c] = typing('a', 'b', 'c')
  typed(a!)
  const line = connect()
  typed(b!)
  expect(line.sent).toEqual([])
  line.says(...letIn)
  typed(c!)
  expect(textOf(line)).toBe('abc')
  expect(outstanding()).toBe(3)
  line.says(...taken)
  expect([acknowledged(), outstanding()]).toEqual([2, 1])
  line.says(...taken)
  expect([acknowledged(), outstanding()]).toEqual([3, 0])
})

test('what a broken line left unanswered is sent again before what was typed since', () => {
  const { typed, connect } = start()
  const [a, b, c] = typing('a', 'b', 'c')
  const first = connect()
  first.says(...letIn)
  typed(a!)
  first.says(...taken)
  typed(b!)
  first.readyState = 3
  typed(c!)
  const next = connect()
  next.says(...letIn)
  expect(textOf(next)).toBe('')
  const both = new Line()
  both.sent = [first.sent[0]!, ...next.sent]
  expect(textOf(both)).toBe('abc')
})

test('an hour without a line is a few messages, and none larger than the server takes', () => {
  const { typed, connect } = start()
  const many = typing(...Array.from({ length: 3000 }, (_, place) => 'abcdefgh'[place % 8]!.repeat(400)))
  for (const update of many) typed(update)
  const line = connect()
  line.says(...letIn)
  expect(line.sent.length).toBeLessThan(6)
  expect(Math.max(...line.sent.map(({ byteLength }) => byteLength))).toBeLessThan(1024 * 1024)
  expect(textOf(line)).toHaveLength(3000 * 400)
})

test('a server that is behind is sent what was typed meanwhile in one message, when it answers again', () => {
  const { typed, connect, outstanding } = start()
  const letters = Array.from({ length: 2000 }, (_, place) => 'abcdefgh'[place % 8]!)
  const line = connect()
  line.says(...letIn)
  for (const update of typing(...letters)) typed(update)
  const onTheWay = line.sent.length
  expect(onTheWay).toBeLessThan(100)
  line.says(...taken)
  expect(line.sent).toHaveLength(onTheWay + 1)
  expect(textOf(line)).toBe(letters.join(''))
  for (let answers = onTheWay; answers > 0; answers--) line.says(...taken)
  expect(outstanding()).toBe(0)
})

test('the provider’s own copy of an edit is not sent', () => {
  const { Socket } = start()
  const socket = new Socket('ws://candor.example/live')
  const line = Line.lines.at(-1)!
  line.says(...letIn)
  socket.send(updateMessage('d', typing('a')[0]!))
  expect(line.sent).toEqual([])
})

test('it is saved when the answer of this connection and every edit are acknowledged', () => {
  const { Socket, typed, isSaved } = start()
  const socket = new Socket('ws://candor.example/live')
  const line = Line.lines.at(-1)!
  line.says(...letIn)
  typed(typing('a')[0]!)
  line.says(...taken)
  expect(isSaved()).toBe(false)
  socket.send(Uint8Array.of(1, 100, 0, 1, 2, 0, 0))
  expect(isSaved()).toBe(false)
  line.says(...taken)
  expect(isSaved()).toBe(true)
})

/** What the provider answers when the server asks for what it has not got, which is everything here. */
function answerOf(shared: Y.Doc): Uint8Array<ArrayBuffer> {
  const message = updateMessage('d', Y.encodeStateAsUpdate(shared))
  message[3] = 1
  return message
}

test('an edit that is too large is held back with all that follows, and once it is undone the rest is saved', () => {
  const shared = new Y.Doc()
  const text = shared.getText('t')
  const history = new Y.UndoManager(text, { captureTimeout: 0 })
  const tooLarge = vi.fn()
  const { Socket, typed, isSaved } = start(shared, tooLarge)
  shared.on('update', typed)
  const connect = () => {
    const socket = new Socket('ws://candor.example/live')
    const line = Line.lines.at(-1)!
    line.says(...letIn)
    socket.send(answerOf(shared))
    return line
  }

  const first = connect()
  first.says(...taken)
  text.insert(0, 'before')
  first.says(...taken)
  text.insert(6, 'x'.repeat(5 * 1024 * 1024))
  text.insert(0, 'and ')
  expect(tooLarge).toHaveBeenCalledOnce()
  expect(textOf(first)).toBe('before')
  first.readyState = 3

  const second = connect()
  expect(tooLarge).toHaveBeenCalledTimes(2)
  expect(second.sent).toEqual([])
  second.readyState = 3
  history.undo()
  history.undo()
  text.insert(0, 'once more ')

  const third = connect()
  expect(tooLarge).toHaveBeenCalledTimes(2)
  expect(textOf(third)).toBe('once more before')
  third.says(...taken)
  expect(isSaved()).toBe(true)
})

test('what the server refused goes along with nothing that follows, once it is undone', () => {
  const shared = new Y.Doc()
  const text = shared.getText('t')
  const history = new Y.UndoManager(text, { captureTimeout: 0 })
  const { Socket, typed, forget } = start(shared)
  shared.on('update', typed)
  new Socket('ws://candor.example/live')
  Line.lines.at(-1)!.says(...letIn)
  text.insert(0, 'refused')
  forget()
  history.undo()
  text.insert(0, 'after')

  const socket = new Socket('ws://candor.example/live')
  const line = Line.lines.at(-1)!
  line.says(...letIn)
  expect(line.sent).toEqual([])
  socket.send(answerOf(shared))
  expect(textOf(line)).toBe('after')
  expect(Buffer.concat(line.sent).includes('refused')).toBe(false)
})

test('what outlasted its tab and is too large is sent without what was undone in it', () => {
  const before = new Y.Doc()
  const history = new Y.UndoManager(before.getText('t'), { captureTimeout: 0 })
  before.getText('t').insert(0, 'x'.repeat(5 * 1024 * 1024))
  history.undo()
  before.getText('t').insert(0, 'kept')
  const copy = Y.encodeStateAsUpdate(before)
  const shared = new Y.Doc()
  Y.applyUpdate(shared, copy)
  const tooLarge = vi.fn()
  const { Socket, typed } = start(shared, tooLarge)
  typed(copy)
  const socket = new Socket('ws://candor.example/live')
  const line = Line.lines.at(-1)!
  line.says(...letIn)
  socket.send(answerOf(shared))
  expect(textOf(line)).toBe('kept')
  expect(tooLarge).not.toHaveBeenCalled()
})

test('a message names its length in as many bytes as it needs', () => {
  const message = updateMessage('name', new Uint8Array(300))
  expect([...message.subarray(0, 9)]).toEqual([4, ...Buffer.from('name'), 0, 2, 0b1010_1100, 2])
  expect(message.byteLength).toBe(309)
})
