/** explain: which rows about needs tell of something withheld (METHOD.md §22). */
import { auditIndex } from '../audit/audit.ts'
import type { Study } from '../contract/study.ts'
import { publicStudy } from '../public-study.ts'
import { emptyTables, type NeedMetRow, type Tables } from '../tables.ts'

/** The tables that tell of loyalty beside need_met. */
export type LoyaltyTables = Pick<
  Tables,
  'scores' | 'items' | 'distributions' | 'combined' | 'experiments' | 'segments'
>

/** How little is lost with a row: those by channel first, then the smallest. */
const weight = ({ served, n_met, n_unmet }: NeedMetRow): number =>
  (served === 'all' ? 1e12 : 0) + (n_met ?? 0) + (n_unmet ?? 0)

/** For each withheld figure that follows, the least of the rows of need_met that it follows from. */
export function tellingNeeds(
  study: Study,
  wave: string,
  tables: LoyaltyTables & Pick<Tables, 'need_met'>,
): NeedMetRow[] {
  const known = publicStudy(study)
  const asked = known.waves.find(({ id }) => id === wave)
  if (asked === undefined) return []
  const findings = auditIndex(known, asked, { ...emptyTables(), ...tables }, known.need_met.loyalty)
  const keyOf = ({ level, entity_id, basis, served }: Readonly<Record<string, unknown>>) =>
    JSON.stringify([level, entity_id, basis, served])
  const rows = new Map(tables.need_met.map((row) => [keyOf({ ...row }), row]))
  const telling = findings.flatMap(({ from }) => {
    const own = from.flatMap(({ table, keys }) => (table === 'need_met' ? (rows.get(keyOf(keys)) ?? []) : []))
    return own.sort((a, b) => weight(a) - weight(b)).slice(0, 1)
  })
  return [...new Set(telling)]
}
