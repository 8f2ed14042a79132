import { describe, expect, it } from 'vitest'
import type { Draft } from '../../pipeline/init/draft.ts'
import { columnsIn, drafted, lines, people, told } from '../support/drafts.ts'

describe('several waves', () => {
  const wave = (names: readonly string[], answer: (i: number, k: number) => unknown): string =>
    lines(
      ['id', 'bank', ...names],
      ...people(210).map((i) => [i, 'AB'[i % 2], ...names.map((_, k) => answer(i, k))]),
    )
  const mood = (i: number, k: number) => Math.min(10, Math.max(1, 1 + (i % 10) + ((i * (k + 2)) % 3) - 1))
  const itemsOf = ({ waves }: Draft) => waves.map(({ items }) => told(items))

  it('one name is one item; what is missing is null; capitals are told, likeness waits', async () => {
    const draft = await drafted({
      '2024.csv': wave(['overall', 'NEAR', 'q7_expectations'], mood),
      '2025.csv': wave(['overall', 'near', 'q9_expectation', 'fast'], mood),
    })
    expect(draft.items.map(({ id }) => id)).toEqual(['overall', 'near', 'q9_expectation', 'fast'])
    expect(itemsOf(draft)).toEqual([{ near: 'NEAR', q9_expectation: 'TODO q7_expectations', fast: null }, {}])
    expect(draft.waves[0]?.items.get('near')?.why).toBe('the name differs in capitals or signs only')
  })

  it('bare numbers are matched by place and answers, named by the wave that says more, and wait', async () => {
    const draft = await drafted({
      '2024.csv': wave(['q1', 'q2', 'q3'], mood),
      '2025.csv': wave(['overall', 'near', 'fast'], mood),
    })
    expect(itemsOf(draft)).toEqual([{ overall: 'TODO q1', near: 'TODO q2', fast: 'TODO q3' }, {}])
  })

  it('one name on two scales is two items', async () => {
    const half = (i: number, k: number) => Math.ceil(mood(i, k) / 2)
    const draft = await drafted({
      '2024.csv': wave(['overall', 'near', 'fast'], half),
      '2025.csv': wave(['overall', 'near', 'fast'], mood),
    })
    expect(draft.items).toHaveLength(6)
    expect(
      draft.waves.map(({ items }) => [...items.values()].filter(({ value }) => value === null).length),
    ).toEqual([3, 3])
  })

  it('the same texts as the stratum of another wave are the stratum, when somebody says so', async () => {
    const rows = (name: string) =>
      lines(
        ['id', 'bank', name, 'a1', 'a2'],
        ...people(40).map((i) => [
          i,
          'AB'[i % 2],
          ['East', 'West', 'North'][i % 3],
          1 + (i % 7),
          1 + (i % 7),
        ]),
      )
    const draft = await drafted({ '2024.csv': rows('stratum'), '2025.csv': rows('landsdel') })
    expect(columnsIn(draft)[1]).toEqual({ respondent: 'id', company: 'bank', stratum: 'TODO landsdel' })
  })
})

describe('companies', () => {
  const rated = (names: readonly string[]): string =>
    lines(
      ['id', 'bank', 'a1', 'a2'],
      ...people(names.length * 5).map((i) => [
        i,
        `"${(names[i % names.length] ?? '').replaceAll('"', '""')}"`,
        1 + (i % 7),
        1 + (i % 7),
      ]),
    )

  it('values that differ in capitals or blanks are one', async () => {
    const { companies } = await drafted({
      '2025.csv': rated(['Nord Bank', 'NORD BANK', 'nord  bank', 'NORD BANK', 'Sør Bank']),
    })
    expect(companies.map(({ id, name, codes }) => [id, name.value, codes])).toEqual([
      ['nord-bank', 'NORD BANK', ['NORD BANK', 'nord  bank']],
      ['sor-bank', 'Sør Bank', ['Sør Bank']],
    ])
  })

  it('numbers hold in their wave, and their names wait', async () => {
    const { companies } = await drafted({ '2024.csv': rated(['28', '9']), '2025.csv': rated(['28', '7']) })
    expect(companies.map(({ id, name, codes }) => [id, name.todo, codes])).toEqual([
      ['c7', true, ['2025:7']],
      ['c9', true, ['2024:9']],
      ['c28', true, ['2024:28', '2025:28']],
    ])
  })

  it('values that no cell can hold are recoded in the wave', async () => {
    const { companies, waves } = await drafted({ '2025.csv': rated(['a|b', '=cmd()', '2025:x', 'Plain']) })
    expect(companies.map(({ id, codes }) => [id, codes])).toEqual([
      ['2025-x', []],
      ['cmd', []],
      ['a-b', []],
      ['plain', []],
    ])
    expect(Object.fromEntries(waves[0]?.values.get('company') ?? [])).toEqual({
      '2025:x': '2025-x',
      '=cmd()': 'cmd',
      'a|b': 'a-b',
    })
  })

  it('have the industry that a column gives each of them', async () => {
    const rows = people(20).map((i) => [
      i,
      'ABC'[i % 3],
      i % 3 === 2 ? 'Kraft & strøm' : 'Bank',
      1 + (i % 7),
      1 + (i % 7),
    ])
    const { companies, industries } = await drafted({
      '2025.csv': lines(['id', 'company', 'bransje', 'a1', 'a2'], ...rows),
    })
    expect(companies.map(({ industry }) => industry.value)).toEqual(['bank', 'bank', 'kraft-strom'])
    expect(industries).toEqual([
      { id: 'bank', name: 'Bank' },
      { id: 'kraft-strom', name: 'Kraft & strøm' },
    ])
  })
})
