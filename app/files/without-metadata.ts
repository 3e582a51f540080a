import { crc32 } from 'node:zlib'
import { orientationOnly } from './orientation-only.ts'
import { Pieces } from './pieces.ts'

/**
 * A JPEG, PNG or WebP image without what is written beside its picture: where, when and with what it was taken, by whom, what it
 * showed before it was cut. Colours and how it is turned stay. What goes becomes zeros, so that the length that was announced stays
 * true and nothing has to be held in memory. Other files pass as they are.
 */
export async function* withoutMetadata(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const file = new Pieces(source)
  try {
    const start = (await file.peek(12)).toString('latin1')
    if (start.startsWith('\xff\xd8\xff')) yield* jpeg(file)
    else if (start.startsWith('\x89PNG\r\n\x1a\n')) yield* png(file)
    else if (/^RIFF.{4}WEBP$/s.test(start)) yield* webp(file)
    else yield* file.pass()
  } finally {
    await file.end()
  }
}

/** Segments or chunks of one image. No camera and no program makes as many; what comes behind them passes, so that nobody waits. */
const mostParts = 50_000
/** An Exif block that is longer is no photo's; all of it goes. JPEG has none longer. */
const longestExif = 64 * 1024

const END_OF_IMAGE = 0xd9
/** What a JPEG needs of what programs write into it: its density, its colours. */
const neededSegments = ['JFIF', 'ICC_PROFILE\0', 'Adobe']

/** Segments up to the end of the image (ITU T.81, B.1). Phones put more images and films behind it. */
async function* jpeg(file: Pieces): AsyncGenerator<Buffer> {
  yield await file.take(2)
  for (let part = 0; part < mostParts; part++) {
    yield* file.passTo(nextMarker)
    const [, marker, high = 0, low = 0] = await file.peek(4)
    if (marker === undefined || marker === END_OF_IMAGE) {
      yield await file.take(2)
      yield* file.blank()
      return
    }
    yield segment(await file.take(2 + 256 * high + low))
  }
  yield* file.pass()
}

/** Where the next marker stands, or an FF of which that is not known yet; the length where there is none. */
function nextMarker(bytes: Buffer): number {
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    // In the picture itself FF is followed by 0 or by a number of its own; before a marker it may stand several times.
    const isMarker = next !== 0 && next !== 0xff && !(next! >= 0xd0 && next! <= 0xd7)
    if (isMarker) return at
  }
  return bytes.length
}

function segment(bytes: Buffer): Buffer {
  const marker = bytes[1]!
  const content = bytes.subarray(4)
  const isWritten = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
  const begins = (word: string) => content.subarray(0, word.length).equals(Buffer.from(word, 'latin1'))
  if (!isWritten || neededSegments.some(begins)) return bytes
  if (begins('Exif\0\0')) orientationOnly(content.subarray(6))
  else content.fill(0)
  return bytes
}

/** Beside the chunks that no decoder can do without, whose names begin with a capital: colours, transparency, density, animation. */
const neededChunks = /^(?:[A-Z]...|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|pHYs|hIST|sPLT|acTL|fcTL|fdAT)$/

/** Chunks with a checksum each, up to the last (PNG, 3rd edition, 5). Programs that cut an image have left the rest of it there. */
async function* png(file: Pieces): AsyncGenerator<Buffer> {
  yield await file.take(8)
  for (let part = 0; part < mostParts; part++) {
    const head = await file.peek(8)
    if (head.length < 8) break
    const length = head.readUInt32BE()
    const name = head.toString('latin1', 4)
    if (neededChunks.test(name)) yield* file.pass(8 + length + 4)
    else yield* blankChunk(file, length, name === 'eXIf')
    if (name === 'IEND') yield* file.blank()
  }
  yield* file.pass()
}

async function* blankChunk(file: Pieces, length: number, isExif: boolean): AsyncGenerator<Buffer> {
  const head = await file.take(8)
  yield head
  let sum = crc32(head.subarray(4))
  for await (const piece of isExif ? exif(file, length) : file.blank(length)) {
    sum = crc32(piece, sum)
    yield piece
  }
  const check = await file.take(4)
  if (check.length === 4) check.writeUInt32BE(sum)
  yield check
}

async function* exif(file: Pieces, length: number): AsyncGenerator<Buffer> {
  if (length > longestExif) {
    yield* file.blank(length)
    return
  }
  const block = await file.take(length)
  // Some programs put the mark of a JPEG's Exif before it.
  orientationOnly(block.subarray(block.subarray(0, 6).equals(Buffer.from('Exif\0\0')) ? 6 : 0))
  yield block
}

const neededInWebp = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** Chunks of even length in a frame that says how long it is (RFC 9649, 2.3). */
async function* webp(file: Pieces): AsyncGenerator<Buffer> {
  const frame = await file.take(12)
  yield frame
  let left = frame.readUInt32LE(4) - 4
  for (let part = 0; left > 0 && part < mostParts; part++) {
    const head = Buffer.from(await file.take(8))
    yield head
    if (head.length < 8) break
    const name = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    left -= 8 + length + (length % 2)
    if (neededInWebp.has(name)) yield* file.pass(length)
    else if (name === 'EXIF') yield* exif(file, length)
    else yield* file.blank(length)
    yield await file.take(length % 2)
  }
  yield* left > 0 ? file.pass() : file.blank()
}
