import { describe, expect, it } from 'vitest'
import { answers, csv, study } from '../cli/study.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const rows = answers(2025)
/** The wave 2025 with one more row, on line 4. */
const withRow = (row: string) => ({
  ...study(),
  'raw/2025.csv': csv([...rows.slice(0, 2), row, ...rows.slice(2)]),
})

/** test/scenarios has a study for each kind of mistake; here are values that look like answers and weights and are none. */
describe('nothing becomes a wrong number or a silent blank', () => {
  it.each([
    '11',
    '0',
    '-1',
    '3.7',
    '7,5',
    '0x10',
    '1e1',
    'NaN',
    'Infinity',
    'null',
    '7"',
    '７',
    '1 0',
    '+-1',
  ])('the answer %s', async (value) => {
    const cell = value.includes(',') ? `"${value}"` : value
    await expect(computed(folderWith(withRow(`r99,12,1.5,s,${cell},5,6`)))).rejects.toThrow(
      `off the scale: ${value} (respondent r99, raw/2025.csv line 4, column a)`,
    )
  })
  it.each(['-1.5', '0', '', 'NaN', 'inf', '1.5.0', '1,5', '1e400', '0x1'])('the weight %s', async (value) => {
    const cell = value.includes(',') ? `"${value}"` : value
    await expect(computed(folderWith(withRow(`r99,12,${cell},s,7,5,6`)))).rejects.toThrow(
      `not a weight: ${value || 'blank'} (raw/2025.csv line 4, column w)`,
    )
  })
})
