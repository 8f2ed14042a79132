/** What may be said about drivers: which matter, how they act, and which advice is given. */
import type { DriverRow, MakesUpRow, PromiseEffectRow } from '../pipeline/tables.ts'
import { type Known, known } from './rows.ts'

export type Kind = NonNullable<DriverRow['kind']>
export type Advice = NonNullable<DriverRow['advice']>
export type Given = Exclude<Advice, 'none'>

/** Kinds and advice in the order they are told in. */
export const kinds: readonly Kind[] = ['basic', 'performance', 'excitement', 'none', 'not_interpretable']
export const advices: readonly Given[] = ['fix_first', 'fix_next', 'then_please', 'keep']

/** Rows whose score is shown. */
export type Scored = Known<DriverRow, 'score'>
export const isScored = known<DriverRow, 'score'>('score')
/** Rows whose importance is known too. */
export type Weighed = Known<DriverRow, 'score' | 'importance' | 'r2'>
export const isWeighed = known<DriverRow, 'score' | 'importance' | 'r2'>('score', 'importance', 'r2')
/** Rows with a penalty and a reward. */
export type Formed = Known<DriverRow, 'penalty' | 'reward'>
export const isFormed = known<DriverRow, 'penalty' | 'reward'>('penalty', 'reward')
export type ShownPair = Known<MakesUpRow, 'score_failed' | 'score_works' | 'difference' | 'verdict'>
export const isPairShown = known<MakesUpRow, 'score_failed' | 'score_works' | 'difference' | 'verdict'>(
  ...(['score_failed', 'score_works', 'difference', 'verdict'] as const),
)
export type ShownPromise = Known<PromiseEffectRow, 'expectation' | 'verdict'>
export const isPromiseShown = known<PromiseEffectRow, 'expectation' | 'verdict'>('expectation', 'verdict')

export type Mattering = Weighed & { importance_low: number; importance_high: number }

/** Whether the interval of the importance lies above 0 as it is shown: a share of 0.1 per cent or more. */
export const matters = (row: DriverRow): row is Mattering =>
  isWeighed(row) &&
  row.importance_low !== null &&
  row.importance_high !== null &&
  Math.round(1000 * row.importance_low) > 0

const byImportance = (a: Weighed, b: Weighed) => b.importance - a.importance

/** Rows by importance, the largest first. */
export const ordered = (rows: readonly DriverRow[]): Weighed[] => rows.filter(isWeighed).sort(byImportance)

/**
 * The most important of an entity, and those whose interval meets its own. An interval is as wide as the importance is
 * uncertain, and importances sum to 1: two that do not meet differ clearly whatever their covariance.
 */
export function leadersOf(rows: readonly DriverRow[]): Mattering[] {
  const those = rows.filter(matters).sort(byImportance)
  const [top] = those
  return top === undefined ? [] : those.filter((row) => row.importance_high >= top.importance_low)
}

/** The rows of an industry, or of all, that have this advice and matter; what loses most first. */
export const advised = (rows: readonly DriverRow[], advice: Given): Mattering[] =>
  rows
    .filter(matters)
    .filter((row) => row.advice === advice)
    .sort((a, b) => (b.lost ?? 0) - (a.lost ?? 0))

/** A company’s driver that has advice, with that of its industry. */
export interface Told {
  row: Scored
  industry: Mattering
  kind: Kind
  advice: Given
}

/** The advice for a company: only drivers that matter in its industry, those farthest behind the rest first. */
export function toldOf(rows: readonly DriverRow[], industry: readonly DriverRow[]): Told[] {
  return rows
    .flatMap((row): Told[] => {
      const own = industry.find(({ driver }) => driver === row.driver)
      const advice = advices.find((one) => one === row.advice)
      if (!isScored(row) || own === undefined || !matters(own) || advice === undefined) return []
      return own.kind === null || row.score_vs_rest === null
        ? []
        : [{ row, industry: own, kind: own.kind, advice }]
    })
    .sort(
      (a, b) =>
        advices.indexOf(a.advice) - advices.indexOf(b.advice) ||
        Math.abs(b.row.score_vs_rest ?? 0) - Math.abs(a.row.score_vs_rest ?? 0),
    )
}
