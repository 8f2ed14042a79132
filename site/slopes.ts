/** The two rankings of a mix as rows of a slope chart: the top ten, those that enter or leave them, and their neighbours. */
import type { Slope } from './charts/slope.ts'
import { byCombined, hasMoreThanTen, type Mix, type Placed, ten } from './mix.ts'

/** More rows than this are not drawn; who is in the top ten and beyond them stands below, by place. */
const mostRows = 24
/** Places drawn beside those that matter. */
const neighbours = 2
/** The gap before those beyond, in rows. */
const gap = 0.5

type Side = 'rank' | 'rank_combined'

interface Standing {
  place: string
  row: number
  /** the middle of the rows of all who share the place */
  at: number
}

function standings(ordered: readonly Placed[], side: Side): Map<string, Standing> {
  return new Map(
    ordered.map((row, k) => {
      const tied = ordered.filter((other) => other[side] === row[side]).length
      const at = row[side] + (tied - 1) / 2
      return [row.company_id, { place: String(row[side]), row: k + 1, at }]
    }),
  )
}

const isFocus = ({ rank, rank_combined }: Placed) => rank <= ten || rank_combined <= ten

function kindOf({ enters_top10, leaves_top10, rank, rank_combined }: Placed): Slope['kind'] {
  if (enters_top10 === true) return 'enters'
  if (leaves_top10 === true) return 'leaves'
  return rank <= ten && rank_combined <= ten ? 'stays' : 'other'
}

/** The standings, with those of the focus beyond the last row moved up to just below it. */
function movedUp(all: Map<string, Standing>, focus: readonly Placed[], floor: number): Map<string, Standing> {
  const beyond = focus
    .flatMap(({ company_id }) => all.get(company_id) ?? [])
    .filter(({ row }) => row > floor)
    .sort((a, b) => a.row - b.row)
  return new Map(
    [...all].map(([id, standing]) => {
      const k = beyond.indexOf(standing)
      const row = floor + gap + k + 1
      return [id, k < 0 ? standing : { ...standing, row, at: row }]
    }),
  )
}

interface Ladder {
  slopes: Slope[]
  rows: number
  floor: number
  /** after which row the top ten end, left and right */
  ends: readonly [number, number] | undefined
  /** not all ranked companies are drawn */
  part: boolean
}

/** What a slope chart draws of a mix. */
export function ladderOf(mix: Mix, nameOf: (company: string) => string): Ladder {
  const { placed } = mix
  const more = hasMoreThanTen(mix)
  const sides = [standings(placed, 'rank'), standings([...placed].sort(byCombined), 'rank_combined')] as const
  const focus = placed.filter((row) => !more || isFocus(row))
  const lowest = Math.max(
    ten,
    ...focus.flatMap(({ company_id }) => sides.map((side) => side.get(company_id)?.row ?? 0)),
  )
  const wished = placed.length <= lowest + 2 * neighbours ? placed.length : lowest + neighbours
  const floor = Math.min(wished, mostRows)
  const [left, right] = [movedUp(sides[0], focus, floor), movedUp(sides[1], focus, floor)]
  const slopes = placed.flatMap((row): Slope[] => {
    const ends = { left: left.get(row.company_id), right: right.get(row.company_id) }
    if (ends.left === undefined || ends.right === undefined) return []
    if (!focus.includes(row) && Math.min(ends.left.row, ends.right.row) > floor) return []
    return [{ name: nameOf(row.company_id), kind: kindOf(row), left: ends.left, right: ends.right }]
  })
  const count = (side: Side) => placed.filter((row) => row[side] <= ten).length
  const named = slopes.filter(({ kind }) => kind !== 'other')
  return {
    slopes,
    rows: Math.max(floor, ...named.flatMap((slope) => [slope.left.row, slope.right.row])),
    floor,
    ends: more ? [count('rank'), count('rank_combined')] : undefined,
    part: slopes.length < placed.length,
  }
}
