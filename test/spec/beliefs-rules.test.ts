/** Beliefs: the decisions, each as a table (METHOD.md §19). */
import { describe, expect, it } from 'vitest'
import { diagnose, type Evidence, sides } from '../../pipeline/explain/belief-diagnosis.ts'
import { rulesOf, shownRoles } from '../../pipeline/explain/disclosure.ts'
import { isExposed } from '../../pipeline/explain/hidden.ts'
import { verdictOf } from '../../pipeline/family.ts'
import { shownPeople } from '../../pipeline/show.ts'
import { nullSpace } from '../../pipeline/stats/null-space.ts'
import { pooledVariance } from '../../pipeline/stats/pooled.ts'

describe('the diagnosis', () => {
  // A company that knows, wants and has had five waves, of which the tests say nothing else.
  const knows = { score: 'below', belief: 'below', priority: 'above', waves: 5 } as const
  it.each<[given: string, evidence: Partial<Evidence>, diagnosis: string]>([
    ['withheld', { published: false, gap: 'above' }, 'too_few_answers'],
    ['believes more', { gap: 'above' }, 'does_not_know'],
    [
      'believes more and is behind, whatever else',
      { gap: 'above', ...knows, beyondMissing: 'below' },
      'does_not_know',
    ],
    ['no test finds anything', {}, 'unclear'],
    ['close to its score', { closeToScore: true }, 'in_touch'],
    ['close to its score, ahead', { closeToScore: true, score: 'above' }, 'in_touch'],
    ['believes less, not behind', { gap: 'below', closeToScore: true }, 'in_touch'],
    ['far from its score perhaps, ahead', { score: 'above' }, 'unclear'],
    ['behind, close to its score', { score: 'below', closeToScore: true }, 'unclear'],
    ['behind, and thinks itself ahead', { ...knows, belief: 'above' }, 'unclear'],
    ['knows, of no known priority', { ...knows, priority: 'unclear' }, 'unclear'],
    ['knows, not important', { ...knows, priority: 'below' }, 'does_not_want'],
    ['knows, not important, one wave', { ...knows, priority: 'below', waves: 1 }, 'does_not_want'],
    ['knows, important, two waves', { ...knows, waves: 2, beyondMissing: 'below' }, 'not_enough_waves'],
    ['knows, important, three waves', { ...knows, waves: 3, beyondMissing: 'below' }, 'does_not_act'],
    ['has risen', { ...knows, improvement: 'above' }, 'in_touch'],
    [
      'has risen, by less than is missing',
      { ...knows, improvement: 'above', beyondMissing: 'below' },
      'in_touch',
    ],
    ['has not clearly risen', { ...knows }, 'unclear'],
    ['has fallen', { ...knows, improvement: 'below' }, 'unclear'],
    ['moved less than is missing', { ...knows, beyondMissing: 'below' }, 'does_not_act'],
    ['moved more than is missing', { ...knows, beyondMissing: 'above' }, 'unclear'],
  ])('%s', (_, evidence, diagnosis) => {
    const nothing: Evidence = {
      ...({ published: true, gap: 'unclear', closeToScore: false, score: 'unclear' } as const),
      ...({ belief: 'unclear', priority: 'unclear', waves: 0 } as const),
      ...({ improvement: 'unclear', beyondMissing: 'unclear' } as const),
    }
    expect(diagnose({ ...nothing, ...evidence })).toBe(diagnosis)
  })

  it.each<[difference: number | undefined, p: number | undefined, side: string]>([
    [2, 0.049, 'above'],
    [-2, 0.049, 'below'],
    [2, 0.051, 'unclear'],
    [-2, 1, 'unclear'],
    [0, 0, 'unclear'],
    [undefined, 0.01, 'unclear'],
    [2, undefined, 'unclear'],
  ])('finds a difference of %s with p %s %s', (difference, p, side) => {
    const test =
      difference === undefined ? undefined : { difference, se: 1, df: 9, low: 0, high: 0, p: Number.NaN }
    expect(verdictOf(test, p, 0.95, sides)).toBe(side)
  })
})

describe('what people of a company answered', () => {
  it.each<[answers: number[], reason: string | null]>([
    [[], 'too_few_believers'],
    [[50, 60], 'too_few_believers'],
    [[50, 60, 60], null],
    [[60, 60, 60], 'no_variation'],
    [[100 / 3, 100 - 200 / 3, 100 / 3], 'no_variation'],
    [[100, 100, 100, 100], 'no_variation'],
  ])('%j: %s', (answers, reason) => {
    expect(shownPeople(answers)).toEqual({ published: reason === null, reason })
  })
})

describe('the roles of a company that is shown as a whole', () => {
  it.each<[name: string, roles: Record<string, number[]>, shown: string[]]>([
    ['one role', { a: [1, 2, 3] }, ['a']],
    ['all large', { a: [1, 2, 3], b: [1, 2, 3, 4] }, ['a', 'b']],
    ['one of two small: all minus the other tells it', { a: [1, 2, 3], b: [9, 1] }, []],
    ['two small ones hide each other', { a: [1, 2, 3], b: [9, 1], c: [5] }, ['a']],
    ['one small: the smaller of the others goes too', { a: [1, 2, 3, 4], b: [1, 2, 3], c: [5] }, ['a']],
    ['two small ones that are one person short', { a: [1, 2, 3, 4], b: [1, 2, 3], c: [5], d: [5] }, ['a']],
    ['what is left agrees, and would be read', { a: [1, 2, 3, 4], b: [1, 2, 3], c: [7, 7, 7] }, ['a']],
    ['a role that agrees is not shown', { a: [1, 2, 3], b: [7, 7, 7], c: [1, 2, 3] }, ['c']],
    ['a role without an answer hides nothing', { a: [1, 2, 3], b: [] }, ['a']],
    ['none large', { a: [1, 2], b: [3, 4] }, []],
  ])('%s', (_, roles, shown) => {
    const rules = [...shownRoles(new Map(Object.entries(roles)))]
    expect(rules.filter(([, rule]) => rule.published).map(([role]) => role)).toEqual(shown)
    for (const [, { published, reason }] of rules) expect(reason === null).toBe(published)
  })
})

describe('a company', () => {
  const answers = (beliefs: number[], priorities: number[] = beliefs) => ({ beliefs, priorities })
  const shown = { published: true, reason: null } as const
  it('has no figure of any role where its score is withheld', () => {
    const survey = { all: answers([1, 2, 3]), roles: new Map([['a', answers([1, 2, 3])]]) }
    const score = { published: false, reason: 'too_few_ratings' } as const
    const rules = rulesOf(survey, score)
    expect([rules.all, rules.roles.get('a'), rules.priority(undefined)]).toEqual([score, score, false])
  })
  it('has no role where it is withheld as a whole: the others would follow', () => {
    const survey = { all: answers([5, 5, 5, 5]), roles: new Map([['a', answers([5, 5, 5, 5])]]) }
    const { all, roles } = rulesOf(survey, shown)
    expect([all.reason, roles.get('a')?.published]).toEqual(['no_variation', false])
  })
  it.each<[name: string, roles: Record<string, [number[], number[]]>, priorities: string[]]>([
    [
      'all answered both',
      {
        a: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        b: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      ['all', 'a', 'b'],
    ],
    [
      'two of three answered',
      {
        a: [
          [1, 2, 3],
          [4, 5],
        ],
        b: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      ['all'],
    ],
    [
      'too few in all',
      {
        a: [
          [1, 2, 3],
          [4, 5],
        ],
        b: [[1, 2, 3], []],
      },
      [],
    ],
    [
      'all call it the same',
      {
        a: [
          [1, 2, 3],
          [4, 4, 4],
        ],
      },
      [],
    ],
    [
      'a role agrees',
      {
        a: [
          [1, 2, 3],
          [4, 4, 4],
        ],
        b: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      },
      ['all'],
    ],
    [
      'a role that is not shown',
      {
        a: [
          [1, 2],
          [4, 5, 6],
        ],
        b: [[1], []],
        c: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      },
      ['all', 'c'],
    ],
  ])('shows the priority of whom it may: %s', (_, roles, expected) => {
    const own = new Map(Object.entries(roles).map(([role, [b, p]]) => [role, answers(b, p)]))
    const all = [...own.values()]
    const rules = rulesOf(
      {
        all: answers(
          all.flatMap((one) => one.beliefs),
          all.flatMap((one) => one.priorities),
        ),
        roles: own,
      },
      shown,
    )
    const found = [undefined, ...own.keys()].filter((role) => rules.priority(role))
    expect(found.map((role) => role ?? 'all')).toEqual(expected)
  })
})

describe('the pooled variance', () => {
  it.each<[name: string, cells: number[][], expected: object | undefined]>([
    // (1 + 0 + 1) / 2
    ['of one cell is its variance', [[1, 2, 3]], { variance: 1, df: 2 }],
    // (1 + 0 + 1 + 25 + 25) / 3
    ['does not see what lies between cells', [[1, 2, 3], [110, 100], [7]], { variance: 52 / 3, df: 3 }],
    [
      'is 0 where each cell agrees',
      [
        [5, 5],
        [9, 9, 9],
      ],
      { variance: 0, df: 3 },
    ],
    ['is unknown where nobody can be compared', [[5], [6], []], undefined],
  ])('%s', (_, cells, expected) => {
    expect(pooledVariance(cells)).toEqual(expected)
  })
})

describe('what equations leave open', () => {
  it.each<[name: string, rows: number[][], open: number[][]]>([
    ['nothing known', [], [[0], [1], [2]]],
    ['a sum of two', [[1, 1, 0]], [[1], [1], [2]]],
    ['a sum of all', [[1, 1, 1]], [[1, 2], [1], [2]]],
    [
      'two sums tell one',
      [
        [1, 1, 1],
        [1, 1, 0],
      ],
      [[1], [1], []],
    ],
    [
      'the same twice',
      [
        [1, 2, 0],
        [2, 4, 0],
      ],
      [[0], [0], [2]],
    ],
    [
      'all',
      [
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
      ],
      [[], [], []],
    ],
    ['nothing said', [[0, 0, 0]], [[0], [1], [2]]],
  ])('%s', (_, rows, open) => {
    const found = nullSpace(rows, 3)
    // as many directions as are left, and none that an equation does not allow
    expect(new Set(found.flatMap((one) => [...one.keys()])).size).toBe(new Set(open.flat()).size)
    expect(found.map((one) => one.size === 0)).toEqual(open.map((one) => one.length === 0))
    for (const at of new Set(found.flatMap((one) => [...one.keys()])))
      for (const row of rows)
        expect(row.reduce((sum, value, k) => sum + value * (found[k]?.get(at) ?? 0), 0)).toBeCloseTo(0, 12)
  })
})

describe('roles of all companies together', () => {
  /** Withheld people by company: how many of each role. */
  const cellsOf = (companies: Record<string, number>[]) =>
    companies.flatMap((roles, k) =>
      Object.entries(roles).map(([role, n]) => ({
        ...{ company: `c${k}`, role, answers: Array.from({ length: n }, (_, i) => 10 * i + 5 * k) },
      })),
    )
  it.each<[name: string, companies: Record<string, number>[], roles: string[], exposed: boolean]>([
    ['two of each in one company', [{ a: 2, b: 2 }], [], false],
    ['the mean of its one role', [{ a: 2, b: 2 }], ['a'], true],
    [
      'two companies of one person each: two people',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ],
      ['a'],
      true,
    ],
    [
      'two companies of two and one: three people',
      [
        { a: 2, b: 2 },
        { a: 1, b: 2 },
      ],
      ['a'],
      false,
    ],
    [
      'three companies of one each',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ],
      ['a'],
      false,
    ],
    // the sums of a and of all of three companies give b of these; b of four then gives the fourth
    [
      'the same but for a company',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { b: 1, c: 2 },
      ],
      ['a', 'b'],
      true,
    ],
    [
      'a company by its other weights',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 1, b: 3 },
      ],
      ['a', 'b'],
      true,
    ],
    [
      'two that weigh alike twice',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 2, b: 2 },
        { a: 2, b: 2 },
      ],
      ['a', 'b'],
      true,
    ],
    [
      'four that weigh alike',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ],
      ['a', 'b'],
      false,
    ],
  ])('%s', (_, companies, roles, exposed) => {
    expect(isExposed(cellsOf(companies), roles)).toBe(exposed)
  })
})
