import { expect, test } from 'vitest'
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
  says(...bytes: number[]) {
    this.dispatchEvent(new MessageEvent('message', { data: Uint8Array.of(1, 100, ...bytes).buffer }))
  }
}

const edit = updateMessage('d', Uint8Array.of(7, 7, 7))

test('what was kept on the device goes out as it was typed, once the server has let this tab in', () => {
  const { Socket, resend, isSaved } = acknowledgements(() => {}, { Base: Line as unknown as typeof WebSocket })
  resend('d', Uint8Array.of(7, 7, 7))
  new Socket('ws://candor.example/live')
  const line = Line.lines.at(-1)!
  expect(line.sent).toEqual([])
  line.says(2, 2)
  expect(line.sent).toEqual([edit])
  expect(isSaved()).toBe(false)

  resend('d', Uint8Array.of(7, 7, 7))
  expect(line.sent).toEqual([edit, edit])
})

test('what a broken line left unanswered is sent again on the next one', () => {
  const { Socket, resend } = acknowledgements(() => {}, { Base: Line as unknown as typeof WebSocket })
  new Socket('ws://candor.example/live')
  Line.lines.at(-1)!.says(2, 2)
  resend('d', Uint8Array.of(7, 7, 7))
  new Socket('ws://candor.example/live')
  const next = Line.lines.at(-1)!
  next.says(2, 2)
  expect(next.sent).toEqual([edit])
})

test('what was typed while the line was gone comes after what is older, also when it is sent too early', () => {
  const { Socket, resend } = acknowledgements(() => {}, { Base: Line as unknown as typeof WebSocket })
  const older = updateMessage('d', Uint8Array.of(1))
  resend('d', Uint8Array.of(1))
  const socket = new Socket('ws://candor.example/live')
  socket.send(edit)
  const line = Line.lines.at(-1)!
  expect(line.sent).toEqual([])
  line.says(2, 2)
  expect(line.sent).toEqual([older, edit])
})

test('a message names its length in as many bytes as it needs', () => {
  const message = updateMessage('name', new Uint8Array(300))
  expect([...message.subarray(0, 9)]).toEqual([4, ...Buffer.from('name'), 0, 2, 0b1010_1100, 2])
  expect(message.byteLength).toBe(309)
})
