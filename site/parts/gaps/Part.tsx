import type { JourneyRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { partName, touchpointList } from '../../gap-sentences.ts'
import type { ShownPart } from '../../gap-verdicts.ts'
import { estimateText } from '../Estimate.tsx'
import { Say } from '../Say.tsx'

interface Props {
  page: Page
  row: JourneyRow
  /** rows of the same company, or of all: those with the same touchpoints are other names of the part */
  among: readonly JourneyRow[]
}

/** A part of the journey: a touchpoint with the department and step that are nothing else, or a department with its touchpoints. */
export function Part({ page, row, among }: Props) {
  const others = among.filter(
    ({ company_id, touchpoints, part }) =>
      company_id === row.company_id && touchpoints === row.touchpoints && part !== row.part,
  )
  const names = others.map((other) => partName(page, other))
  const several = row.part !== 'touchpoint'
  return (
    <>
      <Say text={partName(page, row)} />
      {names.length > 0 && (
        <span class="industry">
          <Say text={names.flatMap((name, i) => (i === 0 ? name : [' · ', ...name]))} />
        </span>
      )}
      {several && (
        <span class="industry">
          <Say text={touchpointList(page, row.touchpoints)} />
        </span>
      )}
    </>
  )
}

/** `clearly weaker: −6.1 (−9.4 to −2.8)`. */
export function PartVerdict({ page, row }: { page: Page; row: ShownPart }) {
  const { words } = page
  const { verdict, beside_others: value, beside_others_low: low, beside_others_high: high } = row
  if (verdict === null || value === null) return <span class="quiet">{words.partAlone}</span>
  const kind = verdict === 'weaker' ? 'change down' : verdict === 'stronger' ? 'change up' : 'quiet'
  return (
    <span class={kind}>
      {words.partVerdict[verdict]}: {estimateText(page, value, low, high, true)}
    </span>
  )
}

/** `clearly up +4.1 (1.0–7.2)`; the points only where the change is clear. */
export function PartChange({ page, row }: { page: Page; row: ShownPart }) {
  const { words } = page
  const { change, change_low: low, change_high: high, change_verdict: verdict } = row
  if (verdict === null) return <span class="quiet">–</span>
  const clear = change !== null && (verdict === 'up' || verdict === 'down')
  return (
    <span class={clear ? `change ${verdict}` : 'quiet'}>
      {words.verdict[verdict]}
      {clear && ` ${estimateText(page, change, low, high, true)}`}
    </span>
  )
}
