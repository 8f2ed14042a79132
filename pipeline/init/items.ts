/** Which columns of a wave are questions on a scale. */
import type { MissingKind } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { type Answers, answersOf, type Range, rangeOf } from './answers.ts'
import { counted, type Guess, many, percent } from './draft.ts'
import { edgeVerdicts } from './edges.ts'
import { missingOf } from './missing.ts'
import { hintAt, segmentHints } from './names.ts'
import type { Column, Profile } from './profile.ts'
import { type Candidate, correlations, elsewhere, sampleAnswers } from './sample.ts'

/** A question of one wave. */
export interface Question {
  column: Column
  answers: Answers
  min: number
  max: number
  /** lowest and highest answer given */
  seen: readonly [number, number]
  missing: ReadonlyMap<string, Guess<MissingKind>>
  why: string
}

/** answers that go together have at least this correlation */
const together = 0.2
/** and a question of its own kind at least this with the others, on average */
const alongside = 0.1
/** rows that a correlation says something in */
const enough = 50

const isProcess = (name: string): boolean =>
  (
    ['other', 'wave', ...segmentHints, 'weight', 'stratum', 'respondent', 'company', 'industry'] as const
  ).some((hint) => hintAt(name, hint) > 0)

/** Columns of whole numbers on a scale of four points or more, of neither role nor process. */
export function candidatesIn({ columns }: Profile, taken: ReadonlySet<string>): Candidate[] {
  return columns.flatMap((column) => {
    if (taken.has(column.name) || isProcess(column.name)) return []
    const answers = answersOf(column)
    const range = answers === undefined ? undefined : rangeOf(answers)
    return answers === undefined || range === undefined || range.max - range.min < 3
      ? []
      : [{ column, answers, range }]
  })
}

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

function chosen(
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

const seenIn = ({ numbers }: Answers, min: number, max: number): [number, number] => {
  const inside = [...numbers.keys()].filter((value) => value >= min && value <= max)
  return [Math.min(...inside), Math.max(...inside)]
}

function evidence({ column, answers }: Candidate, min: number, max: number, rows: number): string {
  const onScale = [...answers.numbers].filter(([value]) => value >= min && value <= max)
  const n = onScale.reduce((sum, [, times]) => sum + times, 0)
  const average = onScale.reduce((sum, [value, times]) => sum + value * times, 0) / Math.max(1, n)
  return `${min}-${max} in ${many(n, 'row')} of ${counted(rows)}, mean ${average.toFixed(2)}; ${percent(rows - column.filled, rows)} blank`
}

/** The questions of a wave, in the order of the file. `wanted`: the columns a person chose; undefined: those that look like it. */
export async function questionsOf(
  db: Database,
  profile: Profile,
  taken: ReadonlySet<string>,
  wanted?: ReadonlySet<string>,
): Promise<Question[]> {
  const candidates = candidatesIn(profile, taken)
  await sampleAnswers(db, profile, candidates)
  const picked =
    wanted === undefined
      ? chosen(candidates, await correlations(db, candidates), profile.rows)
      : new Set(candidates.flatMap(({ column }, k) => (wanted.has(column.name) ? [k] : [])))
  const positions = [...picked].sort((a, b) => a - b)
  const others = await elsewhere(db, candidates, positions)
  const items = positions.flatMap((k) => {
    const candidate = candidates[k]
    return candidate === undefined
      ? []
      : [{ candidate, verdicts: edgeVerdicts(candidate.range, others.get(k) ?? new Map()) }]
  })
  const verdictOn = ({ max, min }: Range, edge: number): number =>
    items
      .filter(({ candidate: { range } }) => range.max === max && range.min === min)
      .flatMap(({ verdicts }) => verdicts)
      .filter(({ value, onScale }) => value === edge && onScale !== undefined)
      .reduce((sum, { onScale }) => sum + (onScale === true ? 1 : -1), 0)
  return items.map(({ candidate, verdicts }) => {
    const { column, answers, range } = candidate
    const isKept = (edge: number) =>
      verdictOn(range, edge) > 0 || (edge === 0 && range.min === 0 && verdictOn(range, 0) === 0)
    const kept = new Set(range.edges.filter(isKept))
    const max = Math.max(range.max, ...kept)
    const min = range.edges.includes(0) ? (kept.has(0) ? 0 : 1) : range.min
    const whyOf = (edge: number) => verdicts.find(({ value }) => value === edge)?.why ?? ''
    return {
      column,
      answers,
      min,
      max,
      seen: seenIn(answers, min, max),
      missing: missingOf(answers, range, kept, column.name, whyOf),
      why: evidence(candidate, min, max, profile.rows),
    }
  })
}
