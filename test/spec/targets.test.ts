import { expect, it } from 'vitest'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

/** A study of four respondents raked by sex, with this share of women and these weights. */
const study = (share: string, weights: readonly number[] = [1, 1, 1, 1]) =>
  folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { q: { text: 'Q', scale: { min: 1, max: 10 } } },
      ...{ indices: { sat: { items: ['q'] } }, weighting: { rake: ['sex'] } },
      waves: {
        w: {
          file: 'raw.csv',
          columns: { respondent: 'id', company: 'company', sex: 'sex', weight: 'weight' },
        },
      },
    }),
    'companies.csv': 'company_id,name,industry\none,One,shops',
    'targets.csv': `wave,variable,category,share\nw,sex,F,${share}\nw,sex,M,0.5`,
    'raw.csv': [
      'id,company,sex,weight,q',
      ...weights.map((weight, i) => `p${i},one,${i < 2 ? 'F' : 'M'},${weight},${i + 1}`),
    ].join('\n'),
  })

it.each([
  ['"0,5"', '0,5', 'write it with a point, as 0.5'],
  ['50 %', '50 %', 'write 50 % as 0.5'],
  ['0', '0', 'leave out a category that nobody has'],
  ['-0.5', '-0.5', 'write a quarter of the population as 0.25'],
  ['1e999', '1e999', 'write a quarter of the population as 0.25'],
  ['150', '150', 'write a quarter of the population as 0.25'],
])('a share written %s is told with what mends it', async (written, value, hint) => {
  await expect(computed(study(written))).rejects.toMatchObject({
    mistakes: [{ what: 'not a share above 0 and up to 1', value, where: 'targets.csv line 2', hint }],
  })
})

it('weights that only raking drove too far apart are not blamed on their column', async () => {
  await expect(computed(study('0.5', [9.9, 0.1, 0.001, 9, 9, 9]))).rejects.toMatchObject({
    mistakes: [{ hint: expect.stringContaining('bound them by weighting.trim') }],
  })
})
