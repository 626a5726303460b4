import { open } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readBytes } from '../../src/parquet/read-bytes.js'
import { temporaryFolder } from '../temporary-folder.js'

const folder = temporaryFolder()

test('exactly the bytes asked for are read', async () => {
  const handle = await open(folder.write('a', 'abcdef'))
  expect(await readBytes(handle, 2, 5)).toEqual(Uint8Array.of(99, 100, 101))
  expect(await readBytes(handle, 3, 3)).toEqual(new Uint8Array(0))
  await expect(readBytes(handle, 4, 9)).rejects.toThrow('file ends at byte 6 instead of 9')
  await handle.close()
})
