import { describe, expect, it } from 'vitest'
import { drafted, itemsIn, lines, moods, people } from '../support/drafts.ts'

describe('scales and codes', () => {
  const codes =
    (every: number, ...values: readonly unknown[]) =>
    (i: number, answer: number) =>
      i % every === 0 ? values[(i / every) % values.length] : answer
  it.each<[string, string, string, object]>([
    [
      '1-10 with the usual codes',
      moods(1, 10, codes(9, 97, 98, 99)),
      '1-10',
      { 97: 'not_applicable', 98: 'dont_know', 99: 'refused' },
    ],
    ['0-10', moods(0, 10), '0-10', {}],
    ['1-7 with a 9', moods(1, 7, codes(10, 9)), '1-7', { 9: 'TODO dont_know' }],
    ['1-5 with 99 alone', moods(1, 5, codes(10, 99)), '1-5', { 99: 'TODO refused' }],
    ['1-5 with -1', moods(1, 5, codes(10, -1)), '1-5', { '-1': 'TODO not_asked' }],
    [
      '1-5 with words',
      moods(1, 5, codes(10, 'Vet ikke', 'Refused', 'N/A')),
      '1-5',
      { 'Vet ikke': 'dont_know', Refused: 'refused', 'N/A': 'not_applicable' },
    ],
    [
      'a 6 given in every mood: a code beside 1-5',
      moods(1, 5, codes(4, 6)),
      '1-5',
      { 6: 'TODO not_applicable' },
    ],
    ['a 6 given in the best mood: the top of 1-6', moods(1, 6), '1-6', {}],
    ['a 0 given in every mood: a code beside 1-5', moods(1, 5, codes(4, 0)), '1-5', { 0: 'TODO not_asked' }],
    ['a 0 given in the worst mood: the foot of 0-5', moods(0, 5), '0-5', {}],
  ])('%s', async (_, text, scale, missing) => {
    const draft = await drafted({ '2025.csv': text })
    expect(itemsIn(draft).map(([id, range]) => [id, range])).toEqual(
      ['alpha', 'beta', 'gamma'].map((id) => [id, scale]),
    )
    expect(itemsIn(draft)[0]?.[2]).toEqual(missing)
  })

  it('are numbers behind words, with the words as they were written', async () => {
    const word = (i: number, answer: number) =>
      answer === 10 ? '10 Svært fornøyd' : answer === 1 ? 'Very bad (1)' : i % 50 === 3 ? 'Vet ikke' : answer
    const draft = await drafted({ '2025.csv': moods(1, 10, word) })
    expect(itemsIn(draft)[0]).toEqual(['alpha', '1-10', { 'Vet ikke': 'dont_know' }])
    expect([...(draft.waves[0]?.values.get('alpha') ?? [])].sort()).toEqual([
      ['10 Svært fornøyd', '10'],
      ['Very bad (1)', '1'],
    ])
  })

  it('wait for a decision where nobody gave the highest answer', async () => {
    const rows = people(10).map((i) => [i, 'A', 6 + (i % 3), 6 + (i % 2)])
    const { items } = await drafted({ '2025.csv': lines(['id', 'bank', 'sat1', 'sat2'], ...rows) })
    expect(items[0]?.scale.max).toMatchObject({
      value: 10,
      todo: true,
      why: 'the highest answer given is 8, the lowest 6',
    })
  })
})

describe('indices', () => {
  const asked = (names: readonly string[], low = 1): string =>
    lines(
      ['id', 'bank', ...names],
      ...people(110).map((i) => [i, 'AB'[i % 2], ...names.map(() => low + (i % (11 - low)))]),
    )
  it.each<[string[], Record<string, string[]>]>([
    [
      ['sat1', 'sat2', 'loy1', 'loy2', 'image'],
      { satisfaction: ['sat1', 'sat2'], loyalty: ['loy1', 'loy2'] },
    ],
    [['tilf_alt', 'tilf_forv', 'x'], { satisfaction: ['tilf_alt', 'tilf_forv'] }],
    [['good', 'near', 'fast', 'kind'], { satisfaction: ['good', 'near', 'fast'] }],
  ])('of %j', async (names, indices) => {
    const draft = await drafted({ '2025.csv': asked(names) })
    expect(Object.fromEntries(draft.indices.map(({ id, items }) => [id, items]))).toEqual(indices)
  })

  it('leave out what is asked as expected and experienced, and the question whether they recommend', async () => {
    const draft = await drafted({ '2025.csv': asked(['sat1', 'sat2', 'exp_web', 'per_web', 'recommend'], 0) })
    expect(draft.indices.map(({ id }) => id)).toEqual(['satisfaction'])
    expect(draft.touchpoints).toEqual([{ id: 'web', expected: 'exp_web', experienced: 'per_web' }])
    expect(draft.net_promoter).toEqual({ value: 'recommend', why: 'its name, and the scale 0-10' })
  })
})
