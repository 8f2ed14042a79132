/** Rows of the table `need_met`: loyalty where need or expectation was met, and where it was not (METHOD.md §18). */
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import type { NeedMetRow, SegmentRow } from '../../pipeline/tables.ts'
import { domainOf, freedom } from './domain.ts'
import { personMean } from './entities.ts'
import { contrast, estimate, limitsOf, minus } from './estimate.ts'
import { groupsOf } from './gaps.ts'
import type { PlainIndex, PlainStudy, Rating } from './plain.ts'
import { points, publicCompanies, segmentBase, shownPart } from './publication.ts'
import { together } from './tests.ts'
import { measures, meeting, touchpointsAsked } from './touchpoints.ts'
import { type Wave, waveOf } from './wave.ts'

/** The index of that name, or the one with the net promoter item, or the first: the headline where none is named. */
export function loyaltyIndex({ indices, net_promoter }: PlainStudy): PlainIndex | undefined {
  const named = indices.find(({ id }) => id === 'loyalty')
  const recommends = indices.find(({ items }) => items.some((item) => item === net_promoter))
  return named ?? recommends ?? indices[0]
}

/** A way to tell those who got what they needed: null where nobody knows. */
interface Basis {
  basis: string
  met: (rating: Rating) => boolean | null
  served: string
  /** whether a rating belongs to those served so */
  among: (rating: Rating) => boolean
}

function bases(study: PlainStudy, waveId: string): Basis[] {
  const wave = study.waves.find(({ id }) => id === waveId)
  const need = study.need_met
  const all = { served: 'all', among: () => true }
  const found: Basis[] = []
  if (need !== undefined && wave?.items.includes(need)) {
    const met = (rating: Rating) => {
      const answer = points(study, need, rating)
      return answer === null ? null : answer > 50
    }
    found.push({ basis: 'need', met, ...all })
    if (wave.columns.includes('served'))
      for (const served of study.channels ?? [])
        found.push({ basis: 'need', met, served, among: (rating) => rating.served === served })
  }
  for (const touchpoint of touchpointsAsked(study, waveId))
    found.push({
      basis: touchpoint.id,
      met: (rating) => {
        const met = meeting(study, touchpoint, rating)
        return met && measures.below(met) === 0
      },
      ...all,
    })
  return found
}

const withheld = {
  ...{ met: null, difference: null, se: null, df: null, low: null, high: null, p_value: null },
  ...{ loyalty_met: null, loyalty_met_se: null, loyalty_met_low: null, loyalty_met_high: null },
  ...{ loyalty_unmet: null, loyalty_unmet_se: null, loyalty_unmet_low: null, loyalty_unmet_high: null },
}

type Figures = Omit<
  NeedMetRow,
  'wave' | 'level' | 'entity_id' | 'basis' | 'served' | 'companies' | 'p_adjusted'
> & {
  n_met: number
  n_unmet: number
}

function figures(
  study: PlainStudy,
  wave: Wave,
  loyalty: (rating: Rating) => number | null,
  ids: readonly string[],
  { met, among }: Basis,
): Figures {
  const of = (value: (rating: Rating, met: boolean) => number | null) =>
    domainOf(wave, (rating) => {
      const got = ids.includes(rating.company) && among(rating) ? met(rating) : null
      return got === null ? null : value(rating, got)
    })
  const yes = of((rating, got) => (got ? loyalty(rating) : null))
  const no = of((rating, got) => (got ? null : loyalty(rating)))
  const counts = { n_met: yes.n, n_unmet: no.n }
  const standing = shownPart(wave, [yes, no], segmentBase(study))
  if (!standing.published) return { ...counts, ...withheld, ...standing }
  const limits = (domain: typeof yes) =>
    limitsOf(study, wave, estimate(domain), freedom(wave, domain.members), domain.n)
  const [y, n] = [limits(yes), limits(no)]
  const test = contrast(study, wave, minus(estimate(yes), estimate(no)))
  return {
    ...counts,
    met: of((rating, got) => (loyalty(rating) === null ? null : got ? 100 : 0)).mean,
    loyalty_met: yes.mean,
    ...{ loyalty_met_se: y.se, loyalty_met_low: y.low, loyalty_met_high: y.high },
    loyalty_unmet: no.mean,
    ...{ loyalty_unmet_se: n.se, loyalty_unmet_low: n.low, loyalty_unmet_high: n.high },
    difference: test?.difference ?? null,
    se: test?.se ?? null,
    df: test?.df ?? null,
    low: test?.low ?? null,
    high: test?.high ?? null,
    p_value: test?.p ?? null,
    ...standing,
  }
}

/** `segments`: what that table withholds of a channel does not follow from here. */
export function needMetRows(
  study: PlainStudy,
  waveId: string,
  segments: readonly SegmentRow[],
): NeedMetRow[] {
  const wave = waveOf(study, waveId)
  const index = loyaltyIndex(study)
  const asked = study.waves.find(({ id }) => id === waveId)?.items ?? []
  const items = index?.items.filter((item) => asked.includes(item)) ?? []
  if (!index || items.length === 0) return []
  const loyalty = (rating: Rating) => personMean(study, index, items, rating)
  const companies = publicCompanies(study, waveId)
  const hidden = new Set(
    segments.flatMap(({ segment, index: of, published, level, entity_id, category }) =>
      segment === 'channel' && of === index.id && !published ? [[level, entity_id, category].join(' ')] : [],
    ),
  )
  const rows = bases(study, waveId).flatMap((basis) => {
    const found = (ids: readonly string[], level: NeedMetRow['level'], id: string): Figures => {
      const row = figures(study, wave, loyalty, ids, basis)
      const tells = row.published && hidden.has([level, id, basis.served].join(' '))
      return tells ? { ...row, ...withheld, published: false, reason: 'would_reveal_others' } : row
    }
    const entities = [
      ...companies.map(({ id }) => ({ level: 'company' as const, id, members: [id] })),
      ...groupsOf(study, companies, (...entity) => {
        const { published, reason, n_met, n_unmet } = found(...entity)
        return { published, reason, bases: [n_met, n_unmet] }
      }),
    ]
    return entities.map(({ level, id, members }) => {
      const row = found(members, level, id)
      const rating = members.filter((one) => {
        const { n_met, n_unmet } = figures(study, wave, loyalty, [one], basis)
        return n_met + n_unmet > 0
      })
      const told = row.published || (basis.served === 'all' && row.n_met + row.n_unmet >= segmentBase(study))
      return {
        ...{ wave: waveId, level, entity_id: id, basis: basis.basis, served: basis.served },
        companies: level === 'company' || !row.published ? null : rating.length,
        ...row,
        ...(told ? {} : { n_met: null, n_unmet: null }),
      }
    })
  })
  const p = together(
    rows.map((row) => row.p_value),
    benjaminiHochberg,
  )
  return rows.map((row, i) => ({ ...row, p_adjusted: p[i] ?? null }))
}
