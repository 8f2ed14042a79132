/** What an auditor finds in a drawn study, and what the answers say about it. */
import { audit } from '../../pipeline/audit/audit.ts'
import { guard, guardNeeds } from '../../pipeline/audit/guard.ts'
import type { Finding, Row } from '../../pipeline/audit/system.ts'
import { openStudy } from '../../pipeline/open.ts'
import { publicStudy } from '../../pipeline/public-study.ts'
import type { PublicStudy } from '../../pipeline/publication.ts'
import { computeWaves } from '../../pipeline/run.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { folderWith } from './folder.ts'
import type { Answer } from './small-cells.ts'

export interface Computed {
  study: PublicStudy
  tables: Tables
}

/** The only wave of a study: as it is published, or by the rules of single tables alone. */
export async function computedStudy(
  files: Readonly<Record<string, string>>,
  guarded = true,
): Promise<Computed> {
  const world = realWorld(silent)
  try {
    const folder = folderWith(files)
    const study = openStudy(world, { study: folder })
    const [wave] = await computeWaves(world, study, folder)
    if (wave === undefined) throw new Error('no wave')
    const computed = { study: publicStudy(study), tables: wave.tables }
    const [only] = computed.study.waves
    if (guarded && only !== undefined) {
      guardNeeds(computed.study, computed.tables)
      guard(computed.study, only, computed.tables)
    }
    return computed
  } finally {
    world.close()
  }
}

export function audited({ study, tables }: Computed): Finding[] {
  const [wave] = study.waves
  if (wave === undefined) throw new Error('no wave')
  return audit(study, wave, tables)
}

const points = (answer: number | null, min: number, max: number) =>
  answer === null ? null : (100 * (answer - min)) / (max - min)

/** The score of a rating by the measure that a finding names. */
function scoreOf(measure: string, { good, rec, hoped, got }: Answer): number | null {
  if (measure === 'index satisfaction') return points(good, 1, 10)
  if (measure === 'index loyalty') return points(rec, 0, 10)
  if (measure === 'net promoter') return rec === null ? null : rec >= 9 ? 100 : rec >= 7 ? 0 : -100
  return hoped === null || got === null ? null : (100 * (got - hoped)) / 9
}

/** Whether a rating is one of those that a withheld row is about. */
function isAbout({ table, keys }: Row, one: Answer): boolean {
  if (one.company !== (keys.entity_id ?? keys.company_id)) return false
  const named = (value: string) => (value === '' ? 'unknown' : value)
  if (table.startsWith('segment'))
    return named(keys.segment === 'persona' ? one.persona : one.channel) === keys.category
  if (table !== 'need_met') return true
  const { need, hoped, got } = one
  const met = keys.basis === 'need' ? need && need > 3 : hoped === null || got === null ? null : got >= hoped
  const channel = keys.served === 'all' || named(one.channel) === keys.served
  return channel && met !== null && met === (keys.customers === 'met')
}

/** How many ratings the withheld rows of a finding have, and what their scores add up to, by the answers. */
export function truthOf(
  { measure, rows }: Finding,
  answers: readonly Answer[],
): { base: number; value: number } {
  const scores = rows.flatMap((row) =>
    answers.flatMap((one) => (isAbout(row, one) ? (scoreOf(measure, one) ?? []) : [])),
  )
  return { base: scores.length, value: scores.reduce((sum, score) => sum + score, 0) }
}
