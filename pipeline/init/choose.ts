/** Which of the columns on a scale are ratings: those whose answers go together, and their neighbours. */
import type { Range } from './answers.ts'
import { hintAt } from './names.ts'
import type { Candidate } from './sample.ts'

/** answers that go together have at least this correlation */
const together = 0.2
/** and a question of its own kind at least this with the others, on average */
const alongside = 0.1
/** rows that a correlation says something in */
const enough = 50

/** Positions in groups that hang together by correlations, the largest group first. */
function groups(matrix: readonly (readonly number[])[]): number[][] {
  const left = new Set(matrix.keys())
  const found: number[][] = []
  for (const start of left) {
    left.delete(start)
    const group = [start]
    for (const i of group)
      for (const j of left)
        if ((matrix[i]?.[j] ?? 0) >= together) {
          left.delete(j)
          group.push(j)
        }
    found.push(group)
  }
  return found.sort((a, b) => b.length - a.length)
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)

/** Neighbours on one scale: what a file looks like where questions stand. */
function inBlocks(candidates: readonly Candidate[]): number[] {
  const same = (a: Candidate | undefined, b: Candidate | undefined) =>
    a !== undefined && b !== undefined && a.range.max === b.range.max
  return candidates.flatMap((one, k) =>
    same(one, candidates[k - 1]) || same(one, candidates[k + 1]) || one.range.max >= 5 ? [k] : [],
  )
}

const likeness = ({ min, max, codes, edges }: Range): string => JSON.stringify([min, max, codes, edges])

/** Neighbours of a rating with the same scale and codes are ratings, too. */
function spread(ratings: ReadonlySet<number>, candidates: readonly Candidate[]): Set<number> {
  const all = new Set(ratings)
  const place = ({ column: { sql } }: Candidate) => Number(sql.slice(1))
  for (const k of all)
    for (const j of [k - 1, k + 1]) {
      const [one, next] = [candidates[k], candidates[j]]
      if (one === undefined || next === undefined || Math.abs(place(one) - place(next)) !== 1) continue
      if (one.range.max >= 5 && likeness(one.range) === likeness(next.range)) all.add(j)
    }
  return all
}

/** Positions of the ratings among the candidates; few rows tell by the scale alone. `matrix`: how they go together. */
export function chosen(
  candidates: readonly Candidate[],
  matrix: readonly (readonly number[])[],
  rows: number,
): Set<number> {
  const [first = [], ...rest] = groups(matrix)
  if (rows < enough || first.length < 3) return new Set(inBlocks(candidates))
  const average = (k: number, group: readonly number[]) =>
    mean(group.filter((j) => j !== k).map((j) => matrix[k]?.[j] ?? 0))
  const isAsked = (k: number) => {
    const { column, range } = candidates[k] ?? {}
    return (column?.filled ?? 0) > 0.5 * rows && (range?.max ?? 0) >= 5
  }
  const groupsOfRatings = [first, ...rest.filter((group) => group.length > 2 && group.every(isAsked))]
  const ratings = new Set(
    groupsOfRatings.flatMap((group) => group.filter((k) => average(k, group) >= alongside)),
  )
  for (const [k, { column }] of candidates.entries())
    if (average(k, first) >= alongside || hintAt(column.name, 'recommend') > 0) ratings.add(k)
  return spread(ratings, candidates)
}
