/** Which columns of a wave are questions on a scale. */
import type { MissingKind } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { type Answers, answersOf, type Range, rangeOf } from './answers.ts'
import { chosen } from './choose.ts'
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
