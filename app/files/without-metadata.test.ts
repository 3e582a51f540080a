import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutMetadata } from './without-metadata.ts'

const secret = '59.9139 N 10.7522 E, Ana Reyes, 12 November'
const joined = (...parts: (string | number[] | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const number = (value: number, bytes: 2 | 4, order: 'LE' | 'BE') => {
  const made = Buffer.alloc(bytes)
  if (order === 'LE') made.writeUIntLE(value, 0, bytes)
  else made.writeUIntBE(value, 0, bytes)
  return made
}

/** An Exif block as a camera writes it: its model first, then how it is turned, then where it was. */
function exif(orientation: number, order: 'LE' | 'BE' = 'BE'): Buffer {
  const short = (value: number) => number(value, 2, order)
  const long = (value: number) => number(value, 4, order)
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    joined(short(tag), short(type), long(count), value)
  return joined(
    order === 'LE' ? 'II' : 'MM',
    ...[short(42), long(8), short(2)],
    entry(0x010f, 2, secret.length, long(38)),
    entry(0x0112, 3, 1, joined(short(orientation), [0, 0])),
    ...[long(0), secret],
  )
}

const segment = (marker: number, ...content: (string | number[] | Buffer)[]) => {
  const whole = joined(...content)
  return joined([0xff, marker], number(whole.length + 2, 2, 'BE'), whole)
}
const tables = segment(0xdb, [0, 1, 2, 3])
const scan = joined(
  segment(0xda, [1, 1]),
  [0x12, 0xff, 0x00, 0xff, 0xd0, 0x34, 0xff, 0xff],
  tables,
  segment(0xda, [2]),
  [9],
)
const jpeg = (orientation: number) =>
  joined(
    [0xff, 0xd8],
    segment(0xe0, 'JFIF\0', [1, 2, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xe1, 'Exif\0\0', exif(orientation)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', secret),
    segment(0xe2, 'ICC_PROFILE\0', 'colours'),
    segment(0xed, 'Photoshop 3.0\0', secret),
    segment(0xfe, secret),
    ...[scan, [0xff, 0xd9], 'a film of two seconds: ', secret],
  )

const chunk = (name: string, ...content: (string | number[] | Buffer)[]) => {
  const named = joined(name, ...content)
  return joined(number(named.length - 4, 4, 'BE'), named, number(crc32(named), 4, 'BE'))
}
const png = (orientation: number) =>
  joined(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
    chunk('pHYs', [0, 0, 0, 1, 0, 0, 0, 1, 0]),
    chunk('tEXt', 'Comment\0', secret),
    chunk('eXIf', exif(orientation, 'LE')),
    chunk('IDAT', 'the picture'),
    ...[chunk('IEND'), 'what was cut away: ', secret],
  )

const part = (name: string, ...content: (string | number[] | Buffer)[]) => {
  const whole = joined(...content)
  return joined(name, number(whole.length, 4, 'LE'), whole, whole.length % 2 ? [0] : [])
}
const webp = (orientation: number) => {
  const parts = joined(
    'WEBP',
    part('VP8X', [12, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    part('VP8 ', 'the picture'),
    part('EXIF', exif(orientation)),
    part('XMP ', secret),
  )
  return joined('RIFF', number(parts.length, 4, 'LE'), parts, secret)
}

/** What is left of a file that comes in pieces of these lengths, over and over. */
async function cleaned(file: Buffer, lengths: number[] = [file.length]): Promise<Buffer> {
  async function* coming() {
    for (let at = 0, turn = 0; at < file.length; turn++) {
      const length = lengths[turn % lengths.length]!
      yield file.subarray(at, at + length)
      at += length
    }
  }
  const pieces: Buffer[] = []
  for await (const piece of withoutMetadata(coming())) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

/** What an Exif block says, as far as it names how the image is turned. */
function turned(file: Buffer): number {
  const tiff = file.subarray(file.indexOf('II*\0', 0, 'latin1'))
  return tiff.readUInt16LE(18)
}

describe.each([
  ['JPEG', jpeg, [tables, scan, joined('ICC_PROFILE\0colours'), joined('JFIF\0')]],
  ['PNG', png, [chunk('IDAT', 'the picture'), chunk('pHYs', [0, 0, 0, 1, 0, 0, 0, 1, 0])]],
  ['WebP', webp, [part('VP8 ', 'the picture'), part('VP8X', [12, 0, 0, 0, 0, 0, 0, 0, 0, 0])]],
] as const)('a %s image', (_, image, kept) => {
  test('loses where, when and by whom it was taken, and what stands behind its end', async () => {
    const file = await cleaned(image(6))
    expect(file.toString('latin1')).not.toMatch(/59\.9139|Ana|film|cut away/)
    expect(file).toHaveLength(image(6).length)
  })

  test('keeps its picture, its colours and how it is turned', async () => {
    for (const orientation of [1, 3, 6, 8]) {
      const file = await cleaned(image(orientation))
      for (const bytes of kept) expect(file.includes(bytes)).toBe(true)
      expect(turned(file)).toBe(orientation)
    }
  })

  test('comes out the same, whatever pieces it comes in, and loses nothing more the second time', async () => {
    const whole = await cleaned(image(6))
    expect(await cleaned(whole)).toEqual(whole)
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(lengths, async (pieces) => {
        expect(await cleaned(image(6), pieces)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('that ends too early, or is damaged, keeps its length', async () => {
    const damage = fc.record({ end: fc.nat(image(6).length), at: fc.nat(image(6).length - 1), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(damage, async ({ end, at, byte }) => {
        const file = Buffer.from(image(6))
        file[at] = byte
        expect(await cleaned(file.subarray(0, end))).toHaveLength(end)
      }),
      { numRuns: 300 },
    )
  })
})

test('every chunk of a PNG has the checksum of what is left in it', async () => {
  const file = await cleaned(png(6))
  for (let at = 8; at < file.indexOf('IEND'); ) {
    const end = at + 8 + file.readUInt32BE(at)
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)))
    at = end + 4
  }
})

test('what is no such image passes as it is', async () => {
  for (const file of [joined('%PDF-1.7 ', secret), joined('RIFF', [1, 0, 0, 0], 'WAVE', secret), joined('14:02')]) {
    expect(await cleaned(file, [3])).toEqual(file)
  }
})

test('an upload that is given up half way is free to be read to its end by whoever answers', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(jpeg(6)) })
  for await (const _ of withoutMetadata(body.values({ preventCancel: true }))) break
  expect(body.locked).toBe(false)
})
