import { expect, test } from 'vitest'
import type { LiveSocket } from './live-socket.ts'
import { OpenSockets } from './open-sockets.ts'
import { limitsPerPerson } from './person-limits.ts'

function socket(given: Partial<LiveSocket>) {
  const made = { isAdmitted: true, isClosed: false, ...given, close: () => Object.assign(made, { isClosed: true }) }
  return made as unknown as LiveSocket
}

test('a socket is closed when its session has ended by itself', () => {
  const sockets = new OpenSockets()
  const over = socket({ sessionEndsAt: new Date(1_000) })
  const lasting = socket({ sessionEndsAt: new Date(3_000) })
  for (const each of [over, lasting]) sockets.add(each)
  sockets.closeOver(new Date(2_000))
  expect([over.isClosed, lasting.isClosed]).toEqual([true, false])
})

test('a person has so many tabs and drafts open and no more, and nobody else is counted with them', () => {
  const sockets = new OpenSockets()
  const tab = (personId: string, postmortemId: string) => socket({ personId, postmortemId })
  for (let count = 0; count < limitsPerPerson.documents; count++) sockets.add(tab('ines', `draft-${count}`))
  expect(sockets.tooMany(tab('ines', 'one-more'))).toBe(true)
  expect(sockets.tooMany(tab('ines', 'draft-0'))).toBe(false)
  expect(sockets.tooMany(tab('tove', 'one-more'))).toBe(false)
  while (!sockets.tooMany(tab('ines', 'draft-0'))) sockets.add(tab('ines', 'draft-0'))
  expect(sockets.tooMany(tab('tove', 'draft-0'))).toBe(false)
})
