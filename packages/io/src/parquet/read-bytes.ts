import type { FileHandle } from 'node:fs/promises'

/**
 * Bytes `start` to `end` of a file, in an array of their own.
 * @throws Error when the file ends before
 */
export async function readBytes(handle: FileHandle, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start)
  for (let filled = 0; filled < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) throw new Error(`file ends at byte ${start + filled} instead of ${end}`)
    filled += bytesRead
  }
  return bytes
}
