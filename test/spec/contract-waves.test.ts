import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { mistakesIn } from '../support/mistakes.ts'

/** What is wrong with a study of these waves, without places. */
function mistakes(waves: Readonly<Record<string, object>>): string[] {
  const contract = {
    id: 's',
    title: 'T',
    publisher: { name: 'P' },
    licence: 'CC0-1.0',
    items: { a: { text: 'A', scale: { min: 1, max: 10 }, missing: { 98: 'dont_know' } } },
    indices: { sat: { items: ['a'] } },
    waves,
  }
  const files = {
    'study.yaml': stringify(contract),
    'companies.csv': 'company_id,name,industry\nA,Alfa,bank\n',
  }
  return mistakesIn(files).map(({ what, value }) => `${what}: ${value}`)
}

const columns = { respondent: 'r', company: 'c' }
const labelled = (a: object, file = 'f.csv') => ({ file, columns, values: { a } })

describe('labels of one wave', () => {
  const order = 'waves.1.values.a: answers that do not follow the numbers of their labels'
  it.each<[string, object, string[]]>([
    ['may rise with their numbers', { '1 Bad': 1, '5 So': 5, '10 Good': 10 }, []],
    ['may fall with their numbers', { '1 Good': 10, '5 So': 5, '10 Bad': 1 }, []],
    ['may name missing codes', { '9 Good': 9, '10 Best': 10, '98 Do not know': 98, '99 No': 'BLANK' }, []],
    ['may have no numbers, and numbers no labels', { Bad: 9, Good: 1, 0: 10, 1: 1, 9: 9 }, []],
    ['may be ranges', { '1-2 times': 1, '3-4 times': 2, '5+ times': 3 }, []],
    [
      'must not change places',
      { '1 Bad': 1, '9 Fine': 10, '10 Good': 9 },
      [`${order}: 9 Fine: 10, 10 Good: 9`],
    ],
    [
      'must not change places where the scale is turned round',
      { '1 Good': 10, '2 Fine': 9, '3 So': 7, '4 Poor': 8 },
      [`${order}: 3 So: 7, 4 Poor: 8`],
    ],
    [
      'must not share an answer',
      { '9 Good': 10, '10 Best': 10 },
      ['waves.1.values.a: two labels mean one answer: 9 Good: 10, 10 Best: 10'],
    ],
  ])('%s', (_, labels, expected) => {
    expect(mistakes({ 1: labelled(labels) })).toEqual(expected)
  })
})

describe('labels of two waves', () => {
  it('may stand for other answers where their order is the same', () => {
    expect(
      mistakes({ 1: labelled({ Bad: 1, Good: 4 }), 2: labelled({ Bad: 2, Good: 10, Best: 9 }, 'g.csv') }),
    ).toEqual([])
  })
  it('must not be in another order', () => {
    expect(
      mistakes({ 1: labelled({ Bad: 1, Good: 10 }), 2: labelled({ Good: 1, Bad: 10 }, 'g.csv') }),
    ).toEqual(['waves.2.values.a: labels in another order than in wave 1: Bad: 10, Good: 1'])
  })
})
