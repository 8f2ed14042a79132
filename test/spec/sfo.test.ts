import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadStudy } from '../../pipeline/contract/load.ts'

const path = (name: string): string => fileURLToPath(new URL(`../../data/sfo/${name}`, import.meta.url))
const text = (name: string): string | undefined =>
  existsSync(path(name)) ? readFileSync(path(name), 'utf8') : undefined

describe('data/sfo, the contract of real answers', () => {
  const study = loadStudy(text, (name) => existsSync(path(name)))

  it('says that it is real, and reads one file a wave', () => {
    expect(study.synthetic).toBe(false)
    const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017]
    expect(study.waves.map(({ id, files }) => [id, ...files])).toEqual(
      years.map((year) => [String(year), `sfo_${year}.csv`]),
    )
    const unweighted = study.waves.filter(({ columns }) => columns.weight === undefined)
    expect(unweighted.map(({ id }) => id)).toEqual(['2011', '2012'])
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

  it('asks every item of an index in every wave, but for wifi and overall cleanliness before 2013', () => {
    const absent = study.waves.flatMap(({ id, items }) =>
      study.indices
        .flatMap((index) => index.items)
        .flatMap(({ item }) => (items[item] === null ? [[id, item]] : [])),
    )
    expect(absent).toEqual(
      ['2010', '2011', '2012'].flatMap((wave) => [
        [wave, 'wifi'],
        [wave, 'clean_overall'],
      ]),
    )
  })

  it('binds the codes of airlines to their waves, since they change between years', () => {
    const codes = (id: string) => study.companies.find((company) => company.id === id)?.codes
    // The guides: Delta is 12 in 2010 and 2011, 15 from 2012 on; 12 is British Airways in 2012 and Cathay Pacific in 2013.
    expect(codes('delta')).toEqual([
      { wave: '2010', code: '12' },
      { wave: '2011', code: '12' },
      { wave: '2012', code: '15' },
      { wave: '2013', code: '15' },
      { wave: '2014', code: '15' },
      { wave: '2015', code: '15' },
      { wave: undefined, code: 'DELTA' },
    ])
    for (const { id, codes: all } of study.companies)
      for (const { code, wave } of all)
        expect([id, /^\d+$/.test(code)]).toEqual([id, wave !== undefined && /^\d/.test(code)])
  })

  it('keeps the answers themselves out of the project', () => {
    expect(readdirSync(path('.')).sort()).toEqual(['companies.csv', 'industries.csv', 'study.yaml'])
  })
})
