import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { checksums } from './files.ts'
import { barometer } from './run.ts'
import { type Files, study } from './study.ts'

export interface Before {
  /** the folder that holds the output, and nothing else */
  beside: string
  out: string
}

/** An output that was built before anything went wrong. */
export async function builtBefore(): Promise<Before> {
  const beside = folderWith({})
  const out = join(beside, 'site')
  const { code, stderr } = await barometer(['build', folderWith(study()), '--out', out])
  expect([code, stderr]).toEqual([0, ''])
  return { beside, out }
}

/** Builds the study over the output: it is refused with a message that says all of `says`, and nothing is touched. */
export async function expectRefused(
  { beside, out }: Before,
  files: Files,
  says: readonly (string | RegExp)[],
) {
  const sums = checksums(out)
  const { code, stdout, stderr } = await barometer(['build', folderWith(files), '--out', out])
  expect(stderr).not.toMatch(/^ +at |node:internal|node_modules/m)
  expect([code, stdout], stderr).toEqual([2, ''])
  for (const part of says)
    if (typeof part === 'string') expect(stderr).toContain(part)
    else expect(stderr).toMatch(part)
  expect(checksums(out)).toEqual(sums)
  expect(readdirSync(beside)).toEqual(['site'])
}
