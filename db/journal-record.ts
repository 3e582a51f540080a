import { crc32 } from 'node:zlib'
import type { LoggedUpdate } from './open-database.ts'

/** An update with its place in the log, and when it was logged, in milliseconds since 1970. */
export interface PlacedUpdate extends LoggedUpdate {
  seq: number
  at: number
}

/** Before each record: how many bytes it has, and their CRC-32; both unsigned, four bytes, the highest first. */
const prefix = 8
/** Place, time, and how many bytes the id has that follows; after it, the update. */
const head = 8 + 8 + 2

/** Updates as they stand in the journal, one record after the other. */
export function encodeRecords(updates: readonly PlacedUpdate[]): Buffer {
  return Buffer.concat(updates.map(encodeRecord))
}

function encodeRecord({ seq, at, postmortemId, update }: PlacedUpdate): Buffer {
  const id = Buffer.from(postmortemId)
  const record = Buffer.alloc(prefix + head + id.byteLength + update.byteLength)
  const body = record.subarray(prefix)
  body.writeBigUInt64BE(BigInt(seq), 0)
  body.writeBigUInt64BE(BigInt(at), 8)
  body.writeUInt16BE(id.byteLength, 16)
  body.set(id, head)
  body.set(update, head + id.byteLength)
  record.writeUInt32BE(body.byteLength, 0)
  record.writeUInt32BE(crc32(body), 4)
  return record
}

/** The updates up to the first record that is not whole: what was being written when the power went was never acknowledged. */
export function decodeRecords(bytes: Buffer): PlacedUpdate[] {
  const updates: PlacedUpdate[] = []
  for (let at = 0; at + prefix + head <= bytes.byteLength; ) {
    const length = bytes.readUInt32BE(at)
    const body = bytes.subarray(at + prefix, at + prefix + length)
    if (length < head || body.byteLength < length || crc32(body) !== bytes.readUInt32BE(at + 4)) break
    const afterId = head + body.readUInt16BE(16)
    updates.push({
      seq: Number(body.readBigUInt64BE(0)),
      at: Number(body.readBigUInt64BE(8)),
      postmortemId: body.toString('utf8', head, afterId),
      update: Uint8Array.from(body.subarray(afterId)),
    })
    at += prefix + length
  }
  return updates
}
