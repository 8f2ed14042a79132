/** What many surveys come to, beside what is aimed at: a table in Markdown. */
import { explainedRows } from './explain/rows.ts'
import { indices } from './questions.ts'
import { type Aim, atLeast, type Row, within } from './row.ts'
import type { Judged } from './run.ts'
import { type Share, shareOf, type Tally, wilson } from './tally.ts'

const levels = { company: 'companies', industry: 'industries', all: 'all' }

const scoreRows: readonly Row[] = [
  { name: 'companies', label: 'score of a company, n ≥ 75', aim: within },
  { name: 'small companies', label: 'score of a company, n 30-74', aim: atLeast(93) },
  { name: 'pairs', label: 'difference of two companies', aim: within },
  { name: 'against the rest', label: 'company against the rest of its industry', aim: within },
  { name: 'changes of companies', label: 'change of a company', aim: within },
  { name: 'changes of industries', label: 'change of an industry', aim: within },
  { name: 'changes of all', label: 'change of all', aim: within },
  { name: 'industries', label: 'industry', aim: within },
  { name: 'all', label: 'all', aim: within },
  { name: 'net promoter', label: 'net promoter of a company, n ≥ 75', aim: within },
  { name: 'net promoter, small', label: 'net promoter of a company, n 30-74', aim: atLeast(93) },
  { name: 'net promoter, all', label: 'net promoter of all', aim: within },
  { name: 'ranks', label: 'all places at once', aim: atLeast(95) },
  { name: 'ranks within industries', label: 'all places of an industry at once', aim: atLeast(95) },
  ...(['company', 'industry', 'all'] as const).flatMap((level) =>
    indices.map(({ id }) => ({
      name: `false changes, ${level}: ${id}`,
      label: `any clear change without one: ${id}, ${levels[level]}`,
      aim: { bound: 7 },
    })),
  ),
  ...indices.map(({ id }) => ({
    name: `false changes, any level: ${id}`,
    label: `any clear change without one: ${id}, the three levels together`,
  })),
  {
    name: 'industries, all companies as truth',
    label: 'industry, beside the mean of all its companies, shown or not',
  },
  { name: 'all, all companies as truth', label: 'all, beside the mean of all companies, shown or not' },
  { name: 'items', label: 'mean of a question, n ≥ 75' },
  { name: 'items, small', label: 'mean of a question, n 30-74' },
  { name: 'shares', label: 'share of an answer, where it is 10 % or more' },
  { name: 'rare shares', label: 'share of an answer, where it is below 10 %' },
]

/** open: on the wrong side of the aim, by no more than chance among so few surveys explains */
export type Verdict = 'met' | 'open' | 'missed'

export function verdictOn({ percent, error, hits, times }: Share, aim: Aim): Verdict {
  if ('bound' in aim) {
    const { low, high } = wilson(hits, times)
    return high <= aim.bound ? 'met' : low > aim.bound ? 'missed' : 'open'
  }
  if (percent >= aim.from && percent <= aim.to) return 'met'
  return percent + 2 * error >= aim.from && percent - 2 * error <= aim.to ? 'open' : 'missed'
}

const aimed = (aim: Aim): string =>
  'bound' in aim
    ? `bound at most ${aim.bound}`
    : aim.to === 100
      ? `at least ${aim.from}`
      : aim.from === 0
        ? `at most ${aim.to}`
        : `${aim.from}-${aim.to}`

export interface Report {
  /** one of the surveys of scores, one of the surveys that explain them; only those that were made */
  tables: string[]
  verdicts: ReadonlyMap<string, Verdict>
}

/** One tally for each population. */
function byPopulation(found: readonly Judged[]): Tally[] {
  const together = new Map<string, Tally>()
  for (const { population, tally } of found) {
    const sum = together.get(population) ?? {}
    together.set(population, sum)
    for (const [name, [hits, times]] of Object.entries(tally)) {
      const [before, all] = sum[name] ?? [0, 0]
      sum[name] = [before + hits, all + times]
    }
  }
  return [...together.values()]
}

export function report(found: readonly Judged[]): Report {
  const verdicts = new Map<string, Verdict>()
  const tallies = found.map(({ tally }) => tally)
  const populations = byPopulation(found)
  const lineOf = ({ name, label, aim, byPopulation }: Row): string[] => {
    const share = shareOf(byPopulation ? populations : tallies, name)
    if (share === undefined) return []
    const verdict = aim && verdictOn(share, aim)
    if (verdict !== undefined) verdicts.set(name, verdict)
    const { percent, error, hits, times } = share
    const bound =
      aim !== undefined && 'bound' in aim ? `, at most ${wilson(hits, times).high.toFixed(1)}` : ''
    const cells = [
      ...[label, `${percent.toFixed(2)}${bound}`, error.toFixed(2), String(times)],
      ...[aim === undefined ? '' : aimed(aim), verdict ?? ''],
    ]
    return [`| ${cells.join(' | ')} |`]
  }
  const head = ['| what | per cent | Monte Carlo error | counted | aim | |', '|---|---|---|---|---|---|']
  const tables = [scoreRows, explainedRows].flatMap((rows) => {
    const lines = rows.flatMap(lineOf)
    return lines.length === 0 ? [] : [[...head, ...lines].join('\n')]
  })
  return { tables, verdicts }
}
