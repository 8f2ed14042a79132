import { describe, expect, it } from 'vitest'
import { question, study, waveOf } from '../cli/study.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const given = (blank: object, wave: object, file: string) =>
  folderWith({
    ...study({
      items: { q1: question('q1', 1, { 98: 'dont_know', ...blank }), q2: question('q2') },
      indices: { satisfaction: { items: ['q1', 'q2'] } },
      net_promoter: undefined,
      design: {},
      publication: { minimum_n: 2, minimum_shown: 2 },
      waves: { 2025: waveOf('2025', wave) },
    }),
    'raw/2025.csv': file,
  })

/** One rating per row: p2 and p3 rate one company only, p3 without an answer to q1. */
const below = 'id,company,q1,q2\np1,11,5,6\np1,12,4,6\np2,11,7,8\np3,11,,9\np4,12,9,7\np4,11,6,7\n'
const beside = { respondent: 'id', company: 'c{slot}' }

const own = 'id,c1,q1_1,q2_1,c2,q1_2,q2_2\np1,11,5,6,12,4,6\np2,11,7,8,,,\np3,11,,9,,,\np4,12,9,7,11,6,7\n'
const shared = 'id,q2,c1,q1_1,c2,q1_2\np1,6,11,5,12,4\np2,8,11,7,,\np3,9,11,,,\np4,7,12,9,11,6\n'

describe('an empty slot is no rating', () => {
  it.each([
    ['whatever BLANK means', { BLANK: 'dont_know' }, { q1: 'q1_{slot}', q2: 'q2_{slot}' }, own],
    ['whatever is asked once per line', {}, { q1: 'q1_{slot}' }, shared],
  ])('%s', async (_, blank, items, file) => {
    const tables = await computed(given(blank, { columns: beside, items, slots: [1, 2] }, file))
    expect(tables).toEqual(
      await computed(given(blank, { columns: { respondent: 'id', company: 'company' } }, below)),
    )
    expect(tables.waves).toMatchObject([{ respondents: 4, ratings: 6 }])
  })
})
