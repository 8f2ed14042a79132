/** Rows of the table `journey` (METHOD.md §17): parts of a customer’s way through a company. */
import { benjaminiHochberg, holm } from '../../pipeline/stats/adjust.ts'
import type { JourneyRow } from '../../pipeline/tables.ts'
import { freedomBeside, restOf } from './companies.ts'
import { type Domain, domainOf, freedom } from './domain.ts'
import { contrast, estimate, limitsOf, minus } from './estimate.ts'
import { type Changed, changeOf } from './journey-change.ts'
import { type Part, partMeasures, partsOf } from './parts.ts'
import type { PlainStudy, Rating } from './plain.ts'
import { publicCompanies, segmentBase, shownPart } from './publication.ts'
import { type Difference, together } from './tests.ts'
import { type Wave, waveOf } from './wave.ts'

const withheld = {
  ...{ n_effective: null, experienced: null, se: null, df: null, low: null, high: null },
  ...{ gap: null, gap_se: null, gap_low: null, gap_high: null },
}

/** What a company’s ratings say of a part, the domains that its rules look at, and what it is beside its other touchpoints. */
function measured(study: PlainStudy, wave: Wave, waveId: string, part: Part) {
  const of = partMeasures(study, waveId, part)
  const over =
    (measure: (rating: Rating) => number | null) =>
    (ids: readonly string[]): Domain =>
      domainOf(wave, (rating) => (ids.includes(rating.company) ? measure(rating) : null))
  const least = segmentBase(study)
  const [expected, experienced, gap, beside] = [of.expected, of.experienced, of.gap, of.beside].map(over)
  if (!expected || !experienced || !gap || !beside) throw new Error('no measures')
  const standing = (id: string) =>
    shownPart(
      wave,
      [expected, experienced, gap].map((domain) => domain([id])),
      least,
    )
  /** Shown, and enough of its customers have been elsewhere too. */
  const counts = (id: string) => standing(id).published && shownPart(wave, [beside([id])], least).published
  return { experienced, gap, beside, standing, counts }
}

type Row = { row: JourneyRow; beside: Difference | null; change: Changed }

function rowsOfPart(study: PlainStudy, waveId: string, part: Part): Row[] {
  const wave = waveOf(study, waveId)
  const companies = publicCompanies(study, waveId)
  const { experienced, gap, beside, standing, counts } = measured(study, wave, waveId, part)
  const counted = new Set(companies.flatMap(({ id }) => (counts(id) ? [id] : [])))
  const counting = (id: string) => counted.has(id)
  return companies.map((company) => {
    const [p, g, d] = [experienced, gap, beside].map((domain) => domain([company.id]))
    if (!p || !g || !d) throw new Error('no domains')
    const shown = standing(company.id)
    const df = freedom(wave, p.members)
    const [inPoints, inGap] = [p, g].map((domain) => limitsOf(study, wave, estimate(domain), df, p.n))
    const figures = shown.published && {
      ...{ n_effective: p.kish, experienced: p.mean, df, gap: g.mean },
      ...{ se: inPoints?.se ?? null, low: inPoints?.low ?? null, high: inPoints?.high ?? null },
      ...{ gap_se: inGap?.se ?? null, gap_low: inGap?.low ?? null, gap_high: inGap?.high ?? null },
    }
    const rest = counting(company.id) ? restOf(study, companies, company, counting, beside) : null
    const besides = () => freedomBeside(study, wave, companies, company, counting, beside)
    const test = rest && contrast(study, wave, minus(estimate(d), rest), besides())
    const row: JourneyRow = {
      ...{ wave: waveId, company_id: company.id, part: part.kind, value: part.value },
      touchpoints: part.touchpoints.map(({ id }) => id).join('|'),
      ...{ n: p.n, ...withheld, ...figures },
      ...{ change: null, change_se: null, change_low: null, change_high: null },
      ...{ change_p: null, change_p_adjusted: null, change_verdict: null },
      n_others: d.n,
      beside_others: test?.difference ?? null,
      beside_others_se: test?.se ?? null,
      beside_others_df: test?.df ?? null,
      beside_others_low: test?.low ?? null,
      beside_others_high: test?.high ?? null,
      ...{ p_value: test?.p ?? null, p_adjusted: null, verdict: null },
      ...shown,
    }
    return { row, beside: test, change: changeOf(study, waveId, part, company.id) }
  })
}

/** Changes of the companies of one part, and comparisons of all rows of one kind of part in a wave: one family each. */
export function journeyRows(study: PlainStudy, waveId: string): JourneyRow[] {
  const alpha = 1 - study.publication.confidence
  return (['touchpoint', 'owner', 'step', 'channel'] as const).flatMap((kind) => {
    const rows = partsOf(study, waveId, kind).flatMap((part) => rowsOfPart(study, waveId, part))
    const changes = [...new Set(rows.map(({ row }) => row.value))].flatMap((value) =>
      together(
        rows.flatMap(({ row, change }) => (row.value === value ? [change.test?.p] : [])),
        holm,
      ),
    )
    const besides = together(
      rows.map(({ beside }) => beside?.p),
      benjaminiHochberg,
    )
    return rows.map(({ row, beside, change: { test, verdict } }, i): JourneyRow => {
      const [changed, besided] = [changes[i] ?? null, besides[i] ?? null]
      const [clearly, clear] = [changed !== null && changed < alpha, besided !== null && besided < alpha]
      const direction = (test?.difference ?? 0) > 0 ? 'up' : 'down'
      const strength = (beside?.difference ?? 0) > 0 ? 'stronger' : 'weaker'
      return {
        ...row,
        change: test?.difference ?? null,
        change_se: test?.se ?? null,
        change_low: test?.low ?? null,
        change_high: test?.high ?? null,
        change_p: test?.p ?? null,
        change_p_adjusted: changed,
        change_verdict: test ? (clearly ? direction : 'no_clear_change') : verdict,
        p_adjusted: besided,
        verdict: beside && (clear ? strength : 'no_clear_difference'),
      }
    })
  })
}
