import { hasShared } from '@clientele/testing'
import { expect, test } from 'vitest'
import { sharedFile } from '../../src/data/shared-file.js'

test.skipIf(!hasShared)('finds real data beside the project', () => {
  expect(sharedFile('data/cdnow/CDNOW_master.txt.gz')).toMatch(/shared.data.cdnow.CDNOW_master\.txt\.gz$/)
})

test('names the file that is nowhere', () => {
  expect(() => sharedFile('data/none')).toThrow(
    'sharedFile: name must be a file in a folder "shared" beside the project, got "data/none"',
  )
})
