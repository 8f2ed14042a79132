/** What the site is told of how a study is weighted and sampled. */
import { expect, it } from 'vitest'
import { openStudy } from '../../pipeline/open.ts'
import { publicStudy } from '../../pipeline/public-study.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { columns, contract, study, waveOf } from '../cli/study.ts'
import { folderWith } from '../support/folder.ts'

function publicOf(changes: Parameters<typeof contract>[0], files: Record<string, string> = {}) {
  const world = realWorld(silent)
  const found = publicStudy(
    openStudy(world, { study: folderWith({ ...study(), 'study.yaml': contract(changes), ...files }) }),
  )
  world.close()
  return found
}

it('says whether a weight belongs to a person, who is a panel, and which waves are clustered', () => {
  const plain = publicOf({})
  expect(plain.weighting).toEqual({ level: 'respondent', trim: undefined, rake: [] })
  expect([plain.panel, plain.minimum_segment_n]).toEqual([false, 30])
  expect(plain.waves.map(({ clustered }) => clustered)).toEqual([false, false])
  const other = publicOf({
    weighting: { level: 'rating' },
    design: { strata: 'stratum', cluster: 'place', panel: true },
    waves: { 2024: waveOf('2024'), 2025: waveOf('2025', { columns: { ...columns, place: 'b' } }) },
  })
  expect([other.panel, other.weighting.level]).toEqual([true, 'rating'])
  expect(other.waves.map(({ clustered }) => clustered)).toEqual([false, true])
  expect(publicOf({ design: { cluster: 'respondent' } }).waves[0]?.clustered).toBe(false)
})

it('names what weights are raked by as a segment of the same column does, else by its role', () => {
  const targets = ['2024', '2025'].flatMap((wave) => [
    `${wave},sex,1,0.5`,
    `${wave},sex,2,0.5`,
    `${wave},home_town,x,1`,
  ])
  const own = { columns: { ...columns, sex: 'a', home_town: 'b' } }
  const { weighting } = publicOf(
    {
      weighting: { base: 'weight', rake: ['sex', 'home_town'], trim: [0.5, 4] },
      segments: {
        gender: { label: { nb: 'Kjønn', en: 'Gender' }, column: 'sex', categories: { 1: { en: 'Men' } } },
      },
      waves: { 2024: waveOf('2024', own), 2025: waveOf('2025', own) },
    },
    { 'targets.csv': ['wave,variable,category,share', ...targets].join('\n') },
  )
  expect(weighting.trim).toEqual([0.5, 4])
  expect(weighting.rake).toEqual([
    {
      ...{ role: 'sex', label: { nb: 'Kjønn', en: 'Gender' } },
      categories: { 1: { nb: 'Men', en: 'Men' } },
    },
    { role: 'home_town', label: { nb: 'Home town', en: 'Home town' }, categories: {} },
  ])
})

it('names the halves of an experiment as the contract does, and leaves the others to their values', () => {
  const { experiments } = publicOf({
    experiments: {
      digital_first: {
        column: 'half',
        categories: { first: { nb: 'Først', en: 'First' }, __proto__x: 'Sist' },
      },
      plain: { column: 'half' },
    },
  })
  expect(experiments).toEqual([
    {
      ...{ id: 'digital_first', label: { nb: 'Digital first', en: 'Digital first' } },
      halves: { first: { nb: 'Først', en: 'First' }, __proto__x: { nb: 'Sist', en: 'Sist' } },
    },
    { id: 'plain', label: { nb: 'Plain', en: 'Plain' }, halves: {} },
  ])
})

it('names the ways to divide customers and their categories in the order of the contract', () => {
  const own = { columns: { ...columns, town: 'a', market: 'b' } }
  const { segments } = publicOf({
    segments: {
      market: {
        column: 'market',
        label: { nb: 'Marked', en: 'Market' },
        categories: { private: { nb: 'Privat', en: 'Private' }, business: 'B2B' },
      },
      home_town: { column: 'town' },
    },
    waves: { 2024: waveOf('2024', own), 2025: waveOf('2025', own) },
  })
  expect(segments).toEqual([
    {
      ...{ id: 'market', label: { nb: 'Marked', en: 'Market' } },
      categories: [
        { id: 'private', label: { nb: 'Privat', en: 'Private' } },
        { id: 'business', label: { nb: 'B2B', en: 'B2B' } },
      ],
    },
    { id: 'home_town', label: { nb: 'Home town', en: 'Home town' }, categories: [] },
  ])
})
