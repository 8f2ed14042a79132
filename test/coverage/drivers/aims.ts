/** What drawn studies of drivers must show, and how often they do (METHOD.md §21). */
import { drawn, hurts, nothing, type Plan, pleases, slope } from './draw.ts'
import { judge, type Verdict } from './judge.ts'

export interface Aim {
  name: string
  plan: Plan
  /** whether a study shows what is counted */
  counts: (verdict: Verdict) => boolean
  /** per cent of studies, at most or at least */
  most?: number
  least?: number
}

const called = ({ kinds }: Verdict) => kinds.some((kind) => kind === 'basic' || kind === 'excitement')
/** Advice goes to drivers with a kind only. */
const advised = ({ kinds, advice }: Verdict, from: number) =>
  kinds.slice(from).some((kind) => kind !== 'none') &&
  advice()
    .slice(from)
    .some((one) => one !== 'none')

/** Both kinds as the demonstration has them: 13 points for a standard deviation of 2.2 steps. */
const steep = 5.9
/** The steps on 1-10 from which on a driver acts: where the program looks, and elsewhere. */
const knots = { 'where the lines meet': [7.5, 7.5], 'half a standard deviation out': [5.9, 8.1] } as const

/** The aims at `n` ratings, for an outcome as it is and for one that is a whole answer on 1-10. */
export function aimsAt(n: number): Aim[] {
  return [false, true].flatMap((capped): Aim[] => {
    const outcome = capped ? 'whole answers' : 'points'
    const shared = { n, capped }
    const linear = (p: number, points: number, mean: number): Aim => ({
      name: `${p} linear drivers, mean ${mean}, ${outcome}: called basic or excitement`,
      plan: {
        ...shared,
        effects: Array.from({ length: p }, () => slope(points)),
        together: 0.4,
        noise: 16,
        mean,
      },
      ...{ counts: called, most: 5 },
    })
    const planted = (where: keyof typeof knots, together: number): Aim[] => {
      const [low, high] = knots[where]
      const effects = [hurts(steep, low), pleases(steep, high), slope(2), nothing, slope(1.5)]
      const plan = { ...shared, effects, together, noise: 14 }
      const name = `planted ${where}, correlation ${together}, ${outcome}`
      return [
        { name: `${name}: basic found`, plan, counts: ({ kinds }) => kinds[0] === 'basic', least: 80 },
        {
          name: `${name}: excitement found`,
          plan,
          counts: ({ kinds }) => kinds[1] === 'excitement',
          least: 80,
        },
      ]
    }
    const without: Plan = { ...shared, effects: [0, 1, 2, 3, 4].map(() => nothing), together: 0.4, noise: 20 }
    const beside: Plan = {
      ...without,
      effects: [slope(6), nothing, nothing, nothing, nothing],
      together: 0.5,
    }
    return [
      ...[linear(3, 4, 7), linear(5, 2.5, 7), linear(3, 4, 8), linear(5, 2.5, 8)],
      ...(n === 1000
        ? (['where the lines meet', 'half a standard deviation out'] as const).flatMap((where) =>
            [0.2, 0.5].flatMap((together) => planted(where, together)),
          )
        : []),
      {
        ...{ name: `no driver acts, ${outcome}: any advice`, plan: without, most: 5 },
        counts: (verdict) => advised(verdict, 0),
      },
      {
        ...{ name: `one of five acts, ${outcome}: advice for another`, plan: beside, most: 5 },
        counts: (verdict) => advised(verdict, 1),
      },
    ]
  })
}

/** Of so many studies, how many show what each aim counts; aims of one plan share their studies. */
export function tally(aims: readonly Aim[], studies: number): Map<Aim, number> {
  const found = new Map<Aim, number>(aims.map((aim) => [aim, 0]))
  for (const plan of new Set(aims.map((aim) => aim.plan)))
    for (let seed = 1; seed <= studies; seed++) {
      const verdict = judge(drawn(plan, seed))
      for (const aim of aims)
        if (aim.plan === plan && aim.counts(verdict)) found.set(aim, (found.get(aim) ?? 0) + 1)
    }
  return found
}
