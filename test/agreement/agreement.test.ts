import fc from 'fast-check'
import { expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { disagreements, parted } from './agree.ts'
import { randomStudy, runs } from './study.ts'
import { writeStudy } from './write.ts'

it.each(runs)('SQL and memory agree on $numRuns random studies of seed $seed', async (run) => {
  await fc.assert(
    fc.asyncProperty(randomStudy, async (study) => {
      expect(await disagreements(study, folderWith(writeStudy(study)))).toEqual([])
    }),
    { ...run, endOnFailure: true },
  )
  expect(parted.size).toBeLessThan(run.numRuns / 2)
  parted.clear()
}, 900_000)
