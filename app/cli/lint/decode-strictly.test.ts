import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeStrictly } from './decode-strictly.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const written = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !/[\0\ufeff]/.test(text))

test('text comes back as it was written, with a mark or without', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(decodeStrictly(bytesOf(text))).toEqual({ text })
      expect(decodeStrictly(bytesOf(`\ufeff${text}`))).toEqual({ text })
      expect(decodeStrictly(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual({ text })
    }),
  )
})

test('a wrong byte is named with its line and column', () => {
  fc.assert(
    fc.property(written, written, fc.boolean(), (before, after, marked) => {
      const bytes = Buffer.concat([
        bytesOf((marked ? '\ufeff' : '') + before),
        Buffer.from([0xe9]),
        bytesOf(` ${after}`),
      ])
      const lines = before.split('\n')
      expect(decodeStrictly(bytes)).toEqual({
        problem: `It is not UTF-8: byte 0xE9 at line ${lines.length}, column ${lines.at(-1)!.length + 1}. Save it as UTF-8.`,
      })
    }),
  )
})

test('any bytes get an answer', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => Object.keys(decodeStrictly(bytes)).length === 1))
})
