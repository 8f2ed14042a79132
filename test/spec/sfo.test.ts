import { existsSync, readFileSync } from 'node:fs'
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
    expect(study.waves.map(({ id, files }) => [id, ...files])).toEqual([
      ['2016', 'sfo_2016.csv'],
      ['2017', 'sfo_2017.csv'],
    ])
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

  it('asks the same items of every index in both waves', () => {
    const [first, second] = study.waves
    for (const { item } of study.indices.flatMap(({ items }) => items))
      expect(first?.items[item], item).toBe(second?.items[item])
  })

  it('keeps the answers themselves out of the project', () => {
    expect(['raw', 'sfo_2016.csv', 'sfo_2017.csv'].filter((name) => existsSync(path(name)))).toEqual([])
  })
})
