import { promisify } from 'node:util'
import { crc32, deflateRaw, inflateRawSync } from 'node:zlib'

const deflate = promisify(deflateRaw)

/**
 * Gzip in blocks, as BGZF has them (section 4.1 of the SAM specification, https://samtools.github.io/hts-specs/SAMv1.pdf): every
 * reader of gzip reads them, and each tells its own size, so a file that was cut can be cut back to its last whole block.
 */
const HEADER = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0]
/** With the block's size behind it. */
export const HEADER_SIZE = HEADER.length + 2
/** Checksum and length. */
const TRAILER_SIZE = 8
/** Bytes of what is packed in a block: as many as stay below its largest size, 64 KiB, when they can't be made smaller. */
export const BLOCK = 0xff00

/** A block of at most `BLOCK` bytes. One of none marks the end of a file. */
export async function packBlock(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = await deflate(bytes)
  const block = Buffer.alloc(HEADER_SIZE + packed.length + TRAILER_SIZE)
  block.set(HEADER)
  block.writeUInt16LE(block.length - 1, HEADER.length)
  block.set(packed, HEADER_SIZE)
  block.writeUInt32LE(crc32(bytes), block.length - TRAILER_SIZE)
  block.writeUInt32LE(bytes.length, block.length - 4)
  return block
}

/** How many bytes the block has that begins with this header: null where it is no block, and no end where the header is cut. */
export function readBlockSize(header: Uint8Array): number | null {
  if (header.some((byte, at) => at < HEADER.length && byte !== HEADER[at])) return null
  return header.length < HEADER_SIZE ? Infinity : Buffer.from(header).readUInt16LE(HEADER.length) + 1
}

/** What a whole block holds; null where it is damaged. */
export function unpackBlock(block: Uint8Array): Buffer | null {
  const { buffer, byteOffset, byteLength } = block
  const its = Buffer.from(buffer, byteOffset, byteLength)
  try {
    const bytes = inflateRawSync(its.subarray(HEADER_SIZE, its.length - TRAILER_SIZE), {
      maxOutputLength: BLOCK
    })
    return crc32(bytes) === its.readUInt32LE(its.length - TRAILER_SIZE) ? bytes : null
  } catch {
    return null
  }
}
