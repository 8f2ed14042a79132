import fc from 'fast-check'
import { expect, it } from 'vitest'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { differences } from './differences.ts'
import { reference } from './reference.ts'
import { randomStudy } from './study.ts'
import { writeStudy } from './write.ts'

it('SQL and memory agree on random studies', async () => {
  await fc.assert(
    fc.asyncProperty(randomStudy, async (study) => {
      const folder = folderWith(writeStudy(study))
      expect(differences(reference(study), await computed(folder))).toEqual([])
    }),
    { seed: 20261122, numRuns: 60, endOnFailure: true },
  )
})
