/** segments: the categories that ratings are divided into, as SQL (METHOD.md §20). */
import type { Study } from '../contract/study.ts'
import { type Database, literal } from '../db.ts'
import { publicRatings } from '../match.ts'
import type { OpenWave } from '../read/wave.ts'
import { divisions } from '../roles.ts'
import { groupColumn } from '../sums.ts'

/** A segment in a wave: its categories, and behind them that of customers whose category is unknown. */
export interface Segment {
  id: string
  categories: readonly string[]
  /** SQL of the position of a rating’s category; behind the last where it is unknown */
  split: string
}

/** More values than this are no categories. */
const mostCategories = 50

/** The values of a column that enough ratings of the wave have, in natural order. */
async function held(db: Database, study: Study, column: string): Promise<string[]> {
  const rows = await db.rows(
    `select ${column} as value from ratings where ${column} is not null and ${publicRatings(study)}
      group by ${column} having count(*) >= ${study.publication.minimum_segment_n}`,
  )
  const natural = new Intl.Collator('en', { numeric: true })
  return rows.map(({ value }) => String(value)).sort((a, b) => natural.compare(a, b) || (a < b ? -1 : 1))
}

/** The segments that the wave has a column for; `say` hears of columns with too many values. */
export async function segmentsIn(
  db: Database,
  study: Study,
  wave: OpenWave,
  say: (line: string) => void,
): Promise<Segment[]> {
  const found: Segment[] = []
  const known = divisions(study)
  for (const [id, { column: role }] of Object.entries(study.contract.segments)) {
    const column = groupColumn(study, wave, role)
    if (column === undefined) continue
    const categories = known.get(id)?.known ?? (await held(db, study, column))
    if (categories.length > mostCategories) {
      say(
        `wave ${wave.wave.id}: segment ${id} has ${categories.length} values; name its categories, or group them under variables`,
      )
      continue
    }
    const cases = categories.map((category, k) => `when ${column} = ${literal(category)} then ${k}`)
    const split = cases.length === 0 ? '0' : `case ${cases.join(' ')} else ${cases.length} end`
    found.push({ id, categories, split })
  }
  return found
}
