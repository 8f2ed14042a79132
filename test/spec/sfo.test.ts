import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadStudy } from '../../pipeline/contract/load.ts'

const path = (name: string): string => fileURLToPath(new URL(`../../data/sfo/${name}`, import.meta.url))
const text = (name: string): string | undefined =>
  existsSync(path(name)) ? readFileSync(path(name), 'utf8') : undefined

const years = ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017']

describe('data/sfo, the contract of real answers', () => {
  const study = loadStudy(text, (name) => existsSync(path(name)))

  /** The years that ask an index with other items than the year before, or as the first. */
  const breaks = (index: string): string[] => {
    const items = study.indices.find(({ id }) => id === index)?.items ?? []
    const asked = study.waves.map((wave) =>
      items
        .map(({ item }) => item)
        .filter((item) => wave.items[item] !== null)
        .join(),
    )
    return years.filter((_, i) => asked[i] !== '' && asked[i] !== asked[i - 1])
  }

  it('says that it is real, and reads one file a wave', () => {
    expect(study.synthetic).toBe(false)
    expect(study.waves.map(({ id, files }) => [id, ...files])).toEqual(
      years.map((year) => [year, `sfo_${year}.csv`]),
    )
    expect(study.not_yet_computed).toEqual([])
  })

  it('takes no 0 and no 6 for an answer', () => {
    for (const { id, scale, missing } of study.items.filter(({ scale: { max } }) => max === 5))
      expect([id, scale.min, Object.keys(missing)]).toEqual([
        id,
        1,
        expect.arrayContaining(['0', '6', 'BLANK']),
      ])
  })

  it('has every text in both languages', () => {
    for (const { id, text: words } of study.items) expect(words.nb, id).not.toBe(words.en)
    for (const { id, label } of study.indices) expect(label.nb, id).not.toBe(label.en)
  })

  it('asks every item in some wave', () => {
    for (const { id } of study.items)
      expect(
        study.waves.filter((wave) => wave.items[id] !== null),
        id,
      ).not.toEqual([])
  })

  it('has breaks only where the guides change the question or its scale', () => {
    expect(Object.fromEntries(study.indices.map(({ id }) => [id, breaks(id)]))).toEqual({
      overall: ['2010'],
      facilities: ['2010'],
      wifi: ['2013'],
      cleanliness: ['2010', '2011', '2012'],
      ease: ['2010', '2011', '2012'],
      journey: ['2012'],
      safety: ['2010'],
    })
  })

  it('has weights in all years but 2011 and 2012', () => {
    expect(study.waves.filter(({ columns }) => columns.weight === undefined).map(({ id }) => id)).toEqual([
      '2011',
      '2012',
    ])
  })

  it('binds every number of an airline to its year, since numbers change', () => {
    for (const { id, codes } of study.companies)
      for (const { code, wave } of codes)
        expect(/^\d+$/.test(code) && wave === undefined, `${id} ${code}`).toBe(false)
    // The guides: Delta is 12 in 2010 and 2011 and 15 from 2012 on; 12 is British Airways in 2012 and Cathay Pacific in 2013.
    const delta = study.companies.find(({ id }) => id === 'delta')
    expect(delta?.codes.map(({ wave, code }) => [wave, code])).toEqual([
      ['2010', '12'],
      ['2011', '12'],
      ['2012', '15'],
      ['2013', '15'],
      ['2014', '15'],
      ['2015', '15'],
      [undefined, 'DELTA'],
    ])
  })

  it('knows United by one code until 2011 and by two from 2012, under ids that do not mix them', () => {
    const named = (year: string): string[] =>
      study.companies
        .filter(({ id, codes }) => id.startsWith('united') && codes.some(({ wave }) => wave === year))
        .map(({ id }) => id)
    expect(years.map(named)).toEqual([
      ['united-2010'],
      ['united-2011'],
      ...years.slice(2).map(() => ['united', 'united-international']),
    ])
  })

  it('gives no airline a code of a year when it was gone', () => {
    for (const { id, codes, valid_from = '2010', valid_to = '2017' } of study.companies)
      expect(
        codes.filter(({ wave }) => wave !== undefined && (wave < valid_from || wave > valid_to)),
        id,
      ).toEqual([])
  })

  it('keeps the answers themselves out of the project', () => {
    // What a build keeps to itself is not in the project either.
    const files = readdirSync(path('.')).filter((name) => name !== '.work')
    expect(files.sort()).toEqual(['companies.csv', 'industries.csv', 'study.yaml'])
  })
})
