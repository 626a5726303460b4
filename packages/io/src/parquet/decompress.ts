import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { CompressionCodec } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { ZSTDDecoder } from 'zstddec'

/** Largest page that is unpacked. Writers aim at 1 MB; a page of a whole row group of long texts stays below this too. */
const LARGEST_PAGE = 1 << 28

const zstd = new ZSTDDecoder()

/** Makes a codec ready; ZSTD is compiled when it is first needed. */
export async function loadCodec(codec: CompressionCodec): Promise<void> {
  if (codec === 'ZSTD') await zstd.init()
}

/**
 * Unpacks a page; {@link loadCodec} comes first.
 * @param length its length when unpacked, as the file claims
 * @throws Error when the codec is unknown, the length is beyond reason, or the page is not that long
 */
export function decompress(packed: Uint8Array, length: number, codec: CompressionCodec): Uint8Array {
  if (!(length >= 0 && length <= LARGEST_PAGE)) throw new Error(`page of ${length} bytes`)
  const unpacked = codec === 'UNCOMPRESSED' ? packed : unpack(packed, length, codec)
  if (unpacked.length !== length) throw new Error(`page of ${unpacked.length} bytes instead of ${length}`)
  return unpacked
}

function unpack(packed: Uint8Array, length: number, codec: CompressionCodec): Uint8Array {
  if (length === 0) return new Uint8Array(0)
  if (codec === 'GZIP') return gunzipSync(packed, { maxOutputLength: length })
  if (codec === 'BROTLI') return brotliDecompressSync(packed, { maxOutputLength: length })
  if (codec === 'ZSTD') return zstd.decode(packed, length)
  const decompressor = compressors[codec]
  if (decompressor === undefined) throw new Error(`unknown compression ${codec}`)
  return decompressor(packed, length)
}
