const ORIENTATION = 0x0112
/** Bytes of a TIFF directory that says nothing but how an image is turned. */
const shortest = 26

/**
 * Leaves of an Exif block how the image is turned, which every viewer needs, and of everything else nothing: where and when it
 * was taken, with which device, its small picture. The block keeps its length (TIFF 6.0, section 2).
 */
export function orientationOnly(tiff: Buffer): void {
  const orientation = orientationOf(tiff)
  tiff.fill(0)
  if (tiff.length < shortest) return
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(ORIENTATION, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
}

/** 1 to 8, as TIFF counts them; 1, as it stands, where the block cannot be read. */
function orientationOf(tiff: Buffer): number {
  const isLittle = tiff.subarray(0, 2).equals(Buffer.from('II'))
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const directory = long(4)
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + 12 * entry
      if (short(at) !== ORIENTATION) continue
      const orientation = short(at + 8)
      return orientation >= 1 && orientation <= 8 ? orientation : 1
    }
  } catch {
    // It points behind its own end.
  }
  return 1
}
