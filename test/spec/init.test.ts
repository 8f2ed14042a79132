import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsIn, drafted, lines, people, started } from '../support/drafts.ts'

describe('roles', () => {
  it('come from names and from what the columns hold', async () => {
    const rows = people(60).map((i) => [
      `x${i >> 1}`,
      i % 2,
      (0.5 + (i >> 1) / 30).toFixed(2),
      `s${(i >> 1) % 3}`,
      20 + (i >> 1),
      'MF'[(i >> 1) % 2],
      1 + (i % 5),
    ])
    const text = lines(['RESPNUM', 'Merke', 'Vekt', 'Kilde', 'Alder', 'Kjønn', 'q1'], ...rows)
    const draft = await drafted({ '2025.csv': text })
    expect(columnsIn(draft)).toEqual([
      {
        respondent: 'RESPNUM',
        company: 'Merke',
        weight: 'Vekt',
        stratum: 'Kilde',
        age: 'Alder',
        gender: 'Kjønn',
      },
    ])
    expect(draft.waves[0]?.columns.get('respondent')?.why).toBe(
      '30 different values in 60 rows, never blank; rows per value 2',
    )
    expect(
      draft.segments.map(({ id, groups }) => [id, groups === undefined ? 'as written' : 'groups']),
    ).toEqual([
      ['age', 'groups'],
      ['gender', 'as written'],
    ])
  })

  it('wait for a decision where check would refuse them, with the reason', async () => {
    const rows = people(40).map((i) => [
      i >> 1,
      'AB'[i % 2],
      i === 7 ? 2.5 : 1.5,
      i === 3 ? '' : 's',
      1 + (i % 7),
      1 + (i % 7),
    ])
    const [wave] = (
      await drafted({
        '2025.csv': lines(['id', 'bank', 'weight', 'stratum', 'a1', 'a2'], ...rows, [0, 'A', 1.5, 't', 3, 4]),
      })
    ).waves
    expect(wave?.columns.get('respondent')).toMatchObject({
      todo: true,
      why: expect.stringContaining('1 row repeat a respondent and company'),
    })
    expect(wave?.columns.get('weight')).toMatchObject({
      todo: true,
      why: expect.stringContaining('1 respondent with two weights'),
    })
    expect(wave?.columns.get('stratum')).toMatchObject({
      todo: true,
      why: expect.stringContaining('blank in 1 row'),
    })
  })

  it('are named TODO where no column fits', async () => {
    const { draft, todos } = await started({ '2025.csv': lines(['q1', 'q2'], [1, 2], [5, 5], [1, 5]) })
    expect(columnsIn(draft)).toEqual([{ respondent: 'TODO ', company: 'TODO ' }])
    expect(todos.map(({ what }) => what)).toContain('waves: 2025: columns: company: TODO')
  })
})

describe('columns that are no questions', () => {
  it('are listed with what they hold, and not proposed', async () => {
    const rows = people(300).map((i) => {
      const mood = 1 + (i % 5)
      return [
        i,
        'AB'[i % 2],
        mood,
        Math.min(5, mood + (i % 2)),
        Math.max(1, mood - (i % 2)),
        1 + ((i * 7 + (i >> 3)) % 4),
        `0${i % 9}:30`,
        i % 3 === 0 ? 'fine' : '',
      ]
    })
    const draft = await drafted({
      '2025.csv': lines(['id', 'bank', 'a', 'b', 'c', 'terminal', 'gate_time', 'comment'], ...rows),
    })
    expect(draft.items.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(draft.waves[0]?.unused).toEqual([
      'terminal: 1: 75, 2: 75, 3: 75, 4: 75',
      'gate_time: 9 different values, such as 00:30',
      'comment: fine: 100, 67% blank',
    ])
  })
})

it('no questions at all are still to decide', async () => {
  const { todos } = await started({
    '2025.csv': lines(['id', 'bank', 'comment'], ...people(9).map((i) => [i, 'AB'[i % 2], `text ${i}`])),
  })
  expect(todos.map(({ what }) => what)).toEqual(expect.arrayContaining(['items: TODO', 'indices: TODO']))
})

it('tells no value that one person may have given', async () => {
  const { out } = await started({
    '2025.csv': lines(
      ['id', 'bank', 'a1', 'a2', 'mail', 'phone', 'said'],
      ...people(300).map((i) => [
        i,
        'AB'[i % 2],
        1 + (i % 7),
        1 + (i % 7),
        `p${i}@example.org`,
        40_000_000 + i,
        i === 7 ? 'my name is Kari' : 'no',
      ]),
    ),
  })
  const text = readFileSync(join(out, 'study.yaml'), 'utf8')
  expect(text).toContain('# mail: 300 different values\n')
  expect(text).toContain('# phone: 300 different values, numbers\n')
  expect(text).toContain('# said: 2 different values, such as no\n')
  expect(text).not.toContain('Kari')
})
