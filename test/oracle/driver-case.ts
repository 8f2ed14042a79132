/** The case drivers: its input and figures, as R made them. */
import { oracle } from './oracle.ts'

export interface ShareRow {
  driver: string
  lmg: number
  lmg_share: number
  johnson: number
  johnson_share: number
  lmg_weighted: number
  johnson_weighted: number
}

interface Shares {
  drivers: string[]
  r2: number
  r2_weighted: number
  rows: ShareRow[]
}

interface RuleCase {
  n_low: number
  n_high: number
  penalty: number
  penalty_se: number
  reward: number
  reward_se: number
  covariance: number
  impact_asymmetry: number | null
  kind: string
  reason: string
}

export interface DriverCase {
  settings: { low_if_at_most: number; high_if_at_least: number }
  five: Shares & { bootstrap_1000: { driver: string; lmg_se: number; johnson_se: number }[] }
  ten: Shares
  prca: { rows: (RuleCase & { driver: string })[] }
  prca_weighted: { rows: (RuleCase & { driver: string })[] }
  rule_cases: RuleCase[]
}

export function driverCase() {
  const { rows, text } = oracle('drivers')
  return { input: rows('input.csv'), expected: JSON.parse(text('expected.json')) as DriverCase }
}
