/** segments: the share of a company’s customers in groups that it serves worse than its industry does (METHOD.md §20). */
import { grouped } from '../group.ts'
import type { SegmentRow, ServedWorseRow } from '../tables.ts'
import type { Measured } from './rows.ts'

/** The table served_worse. `rows`: those of the table segments, in the order of `measured`. */
export function servedWorseRows(
  measured: readonly Measured[],
  rows: readonly SegmentRow[],
): ServedWorseRow[] {
  const cells = measured.flatMap((one, at) => {
    const row = rows[at]
    return row === undefined || row.level !== 'company' ? [] : [{ one, row }]
  })
  const groups = grouped(cells, ({ row }) => JSON.stringify([row.segment, row.index, row.entity_id]))
  return [...groups.values()].flatMap(([first, ...others]): ServedWorseRow[] => {
    if (first === undefined) return []
    const members = [first, ...others]
    const compared = members.filter(({ row }) => row.served !== null)
    const of = (verdict: SegmentRow['served']) => compared.filter(({ row }) => row.served === verdict)
    const { n, weight } = first.one.cell.total
    const share = (some: typeof members) =>
      (100 * some.reduce((sum, { one }) => sum + one.cell.weight, 0)) / weight
    const listed = (some: typeof members) => some.map(({ row }) => row.category).join('|')
    const { wave, entity_id: company_id, segment, index } = first.row
    const keys = { wave, company_id, segment, index, compared: compared.length }
    if (compared.length === 0)
      return [
        {
          ...{
            ...keys,
            n: null,
            worse: '',
            better: '',
            share_compared: null,
            share_worse: null,
            share_better: null,
          },
          ...{ published: false, reason: 'too_few_ratings' },
        },
      ]
    return [
      {
        ...{ ...keys, n, worse: listed(of('worse')), better: listed(of('better')) },
        ...{
          share_compared: share(compared),
          share_worse: share(of('worse')),
          share_better: share(of('better')),
        },
        ...{ published: true, reason: null },
      },
    ]
  })
}
