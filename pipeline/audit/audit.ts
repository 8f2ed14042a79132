/**
 * audit: whether anything withheld follows from what is shown (METHOD.md §22). Reads published tables and the public part of the
 * contract, nothing else.
 */
import type { Database } from '../db.ts'
import type { PublicStudy, PublicWave } from '../publication.ts'
import { addBesides } from './besides.ts'
import { addGroups } from './groups.ts'
import { gapGroups, gapSystem, indexGroups, indexSystem, netPromoterSystem } from './measures.ts'
import { addNeeds } from './needs.ts'
import { solve } from './solve.ts'
import type { KnownStudy } from './study.ts'
import type { Finding } from './system.ts'
import { type Audited, readTables } from './tables.ts'

/** What somebody can work out about one index. */
function auditIndex(
  study: KnownStudy,
  wave: Pick<PublicWave, 'indices'>,
  tables: Audited,
  index: string,
): Finding[] {
  const industries = new Map(study.companies.map(({ id, industry }) => [id, industry]))
  const industryOf = (id: string) => industries.get(id)
  const system = indexSystem(study, tables, index)
  addBesides(system, study, wave, tables, index)
  addGroups(system, indexGroups(tables, index), industryOf, study.minimum_segment_n)
  if (index === study.need_met.loyalty) addNeeds(system, tables.need_met, industryOf, study.minimum_segment_n)
  return solve(system)
}

/** For each measure of a wave, what somebody can work out who has its tables. Looks anew each time. */
export function checksOf(
  study: KnownStudy,
  wave: Pick<PublicWave, 'indices'>,
  tables: Audited,
): (() => Finding[])[] {
  const industries = new Map(study.companies.map(({ id, industry }) => [id, industry]))
  const industryOf = (id: string) => industries.get(id)
  const indices = [...new Set(tables.scores.map(({ index }) => index))]
  const touchpoints = [...new Set(tables.gaps.map(({ touchpoint }) => touchpoint))]
  const atTouchpoint = (touchpoint: string) => {
    const system = gapSystem(study, tables, touchpoint, industryOf)
    addGroups(system, gapGroups(tables, touchpoint), industryOf, study.minimum_segment_n)
    return solve(system)
  }
  return [
    ...indices.map((index) => () => auditIndex(study, wave, tables, index)),
    ...touchpoints.map((touchpoint) => () => atTouchpoint(touchpoint)),
    () => solve(netPromoterSystem(study, tables, industryOf)),
  ]
}

/** Everything withheld that somebody can work out who has the tables of a wave. */
export const audit = (...given: Parameters<typeof checksOf>): Finding[] =>
  checksOf(...given).flatMap((check) => check())

/** Thrown where the program would tell what it withholds. */
export class Disclosure extends Error {
  readonly findings: readonly Finding[]
  constructor(wave: string, findings: readonly Finding[]) {
    super(
      [
        `wave ${wave}: what is withheld follows from what is shown`,
        ...findings.slice(0, 10).map(inWords),
      ].join('\n'),
    )
    this.name = 'Disclosure'
    this.findings = findings
  }
}

const rowInWords = ({ table, keys }: Finding['rows'][number]): string =>
  `${table} (${Object.entries(keys)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')})`

/** Which rows, by which rows: never what they hold. */
export const inWords = ({ measure, rows, from }: Finding): string =>
  `${measure}: ${rows.map(rowInWords).join(' + ')} from ${from.slice(0, 6).map(rowInWords).join('; ')}${from.length > 6 ? '; …' : ''}`

/** What somebody can work out who reads the files of an edition as anybody can. `folder`: where they were written. */
export const auditEdition = async (
  db: Database,
  study: PublicStudy,
  wave: PublicWave,
  folder: string,
): Promise<Finding[]> => audit(study, wave, await readTables(db, folder))
