import fc from 'fast-check'
import { expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { disagreements } from './agree.ts'
import { randomStudy, runs } from './study.ts'
import { writeStudy } from './write.ts'

it.each(runs)('SQL and memory agree on $numRuns random studies of seed $seed', async (run) => {
  await fc.assert(
    fc.asyncProperty(randomStudy, async (study) => {
      expect(await disagreements(study, folderWith(writeStudy(study)))).toEqual([])
    }),
    { ...run, endOnFailure: true },
  )
}, 900_000)
