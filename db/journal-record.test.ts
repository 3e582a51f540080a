import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRecords, encodeRecords, type PlacedUpdate } from './journal-record.ts'

const updates = fc.array(
  fc.record({
    seq: fc.nat(),
    at: fc.nat({ max: Date.UTC(2200, 0) }),
    postmortemId: fc.string({ minLength: 1, unit: 'grapheme' }),
    update: fc.uint8Array({ maxLength: 200 }),
  }),
  { maxLength: 8 },
)

test('what is written is read again, in its order', () => {
  fc.assert(
    fc.property(updates, (written) => {
      expect(decodeRecords(encodeRecords(written))).toEqual(written)
    }),
  )
})

test('of a journal that breaks off, what stands whole before is read', () => {
  fc.assert(
    fc.property(updates, fc.double({ min: 0, max: 1, noNaN: true }), (written, share) => {
      const whole = encodeRecords(written)
      const cut = Math.floor(share * whole.byteLength)
      expect(decodeRecords(whole.subarray(0, cut))).toEqual(written.slice(0, wholeBefore(written, cut)))
    }),
  )
})

test('of a journal with a damaged byte, what stands before it is read', () => {
  fc.assert(
    fc.property(updates, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, place, damage) => {
      const bytes = encodeRecords(written)
      if (bytes.byteLength === 0) return
      const at = place % bytes.byteLength
      bytes[at]! ^= damage
      expect(decodeRecords(bytes)).toEqual(written.slice(0, wholeBefore(written, at)))
    }),
  )
})

test('bytes of any kind are read without an error', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeRecords(Buffer.from(bytes))))
})

/** How many records end at or before a byte. */
function wholeBefore(written: PlacedUpdate[], byte: number): number {
  const ends = written.map((_, index) => encodeRecords(written.slice(0, index + 1)).byteLength)
  return ends.filter((end) => end <= byte).length
}
