import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { plainText } from '../../pipeline/read/plain.ts'
import { folderWith } from '../support/folder.ts'

it('a packed file that unfolds to a thousand times its size is refused', async () => {
  const megabyte = gzipSync(Buffer.alloc(1 << 20))
  const folder = folderWith({ 'a.csv.gz': Buffer.concat(Array.from({ length: 257 }, () => megabyte)) })
  const file = {
    path: join(folder, 'a.csv.gz'),
    name: 'raw/a.csv.gz',
    csv: { decimal: '.', header_rows: 1 },
  } as const
  await expect(plainText(file, join(folder, 'plain'), () => undefined)).rejects.toThrow(
    'the packed file unfolds without end: more than 256 MB (raw/a.csv.gz); at most 200 times its size is read: deliver it unpacked',
  )
})
