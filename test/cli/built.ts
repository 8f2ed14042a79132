import { join } from 'node:path'
import { expect } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { barometer } from './run.ts'
import { study } from './study.ts'

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
