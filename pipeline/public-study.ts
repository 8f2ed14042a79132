/** The public part of the contract: what pages may know. Unpublished companies are not in it. */
import { comparable } from './comparability.ts'
import type { Company, Study, Wave } from './contract/study.ts'
import { labelOf, wordsOf } from './contract/words.ts'
import { itemsAsked, loyaltyOf, minimumItems } from './measures.ts'
import type { PublicCompany, PublicMargin, PublicSegment, PublicStudy, PublicWave } from './publication.ts'

function publicCompany(company: Company, publicIds: ReadonlySet<string>): PublicCompany {
  const { id, name, industry, valid_from, valid_to, successor, homepage } = company
  const known = successor !== undefined && publicIds.has(successor) ? successor : undefined
  return { id, name, industry, valid_from, valid_to, successor: known, homepage }
}

function publicWave(study: Study, wave: Wave, before: Wave | undefined): PublicWave {
  const indices = study.indices.flatMap((index) => {
    const items = itemsAsked(study, index.id, wave)
    if (items.length === 0) return []
    const asked = before !== undefined && itemsAsked(study, index.id, before).length > 0
    const broken = asked && !comparable(study, index.id, before, wave)
    return [[index.id, { items, min_items: minimumItems(index, items.length), break: broken }] as const]
  })
  return {
    id: wave.id,
    fieldwork: wave.fieldwork,
    mode: wave.mode,
    weighted: wave.columns[study.weighting.base] !== undefined || study.weighting.rake.length > 0,
    stratified: study.design.strata !== undefined && wave.columns[study.design.strata] !== undefined,
    clustered: study.design.cluster !== undefined && wave.columns[study.design.cluster] !== undefined,
    items: study.items.filter(({ id }) => wave.items[id] !== null).map(({ id }) => id),
    indices: Object.fromEntries(indices),
  }
}

/** A raked variable, named as the first segment of the same column is. */
function publicMargin(study: Study, role: string): PublicMargin {
  const { label, categories = {} } =
    Object.values(study.contract.segments).find(({ column }) => column === role) ?? {}
  const words = (text: Parameters<typeof wordsOf>[0]) => wordsOf(text, study.languages)
  return {
    role,
    label: words(label ?? labelOf(role)),
    categories: Object.fromEntries(Object.entries(categories).map(([id, text]) => [id, words(text)])),
  }
}

/** The ways to divide customers. */
function publicSegments({ contract, languages }: Study): PublicSegment[] {
  return Object.entries(contract.segments).map(([id, { label, categories = {} }]) => ({
    ...{ id, label: wordsOf(label ?? labelOf(id), languages) },
    categories: Object.entries(categories).map(([value, text]) => ({
      id: value,
      label: wordsOf(text, languages),
    })),
  }))
}

/** What explains scores. */
function publicExplained(
  study: Study,
): Pick<PublicStudy, 'combined' | 'touchpoints' | 'drivers' | 'need_met' | 'experiments' | 'beliefs'> {
  const { contract, languages } = study
  const words = (text: Parameters<typeof wordsOf>[0]) => wordsOf(text, languages)
  const { combined, touchpoints, drivers, need_met, experiments, beliefs, segments } = contract
  return {
    combined,
    touchpoints: Object.entries(touchpoints).map(
      ([id, { label, channel, owner, step, expected, experienced }]) => ({
        ...{ id, label: words(label ?? labelOf(id)) },
        ...{ channel, owner, step, expected, experienced },
      }),
    ),
    drivers: drivers && { outcome: drivers.outcome, of: [...drivers.of] },
    need_met: {
      item: need_met,
      loyalty: loyaltyOf(study)?.id ?? '',
      channels: Object.fromEntries(
        Object.entries(segments.channel?.categories ?? {}).map(([id, text]) => [id, words(text)]),
      ),
    },
    experiments: Object.entries(experiments).map(([id, { label, categories = {} }]) => ({
      ...{ id, label: words(label ?? labelOf(id)) },
      halves: Object.fromEntries(Object.entries(categories).map(([value, text]) => [value, words(text)])),
    })),
    beliefs: beliefs && {
      scale: beliefs.scale,
      superior: beliefs.superior,
      indices: Object.keys(beliefs.indices),
    },
  }
}

/** Up to the last wave, without the waves that only unpublished companies have a score of. */
function publicTimeline({ timeline, waves, history }: Study, publicIds: ReadonlySet<string>): string[] {
  const known = new Set([
    ...waves.map(({ id }) => id),
    ...history.filter(({ company }) => company === 'all' || publicIds.has(company)).map(({ wave }) => wave),
  ])
  const until = timeline.indexOf(waves.at(-1)?.id ?? '')
  return timeline.slice(0, until + 1).filter((wave) => known.has(wave))
}

export function publicStudy(study: Study): PublicStudy {
  const companies = study.companies.filter(({ publish }) => publish)
  const ids = new Set(companies.map(({ id }) => id))
  const { minimum_n, minimum_shown, minimum_segment_n, aggregate, confidence } = study.publication
  const { level, trim, rake } = study.weighting
  const { name, url, contact } = study.publisher
  return {
    ...{ id: study.id, title: study.title, publisher: { name, url, contact }, licence: study.licence },
    ...{
      languages: [...study.languages],
      synthetic: study.synthetic,
      confidence,
      minimum_n,
      minimum_shown,
      minimum_segment_n,
      aggregate,
    },
    panel: study.design.panel,
    weighting: { level, trim, rake: rake.map((role) => publicMargin(study, role)) },
    items: study.items.map(({ id, text, scale, reverse }) => ({ id, text, scale, reverse })),
    indices: study.indices.map(({ id, label, why, items, headline, author, checked_by, next_review }) => ({
      ...{ id, label, why, items: [...items], headline, author, checked_by, next_review },
    })),
    net_promoter: study.net_promoter,
    ...publicExplained(study),
    segments: publicSegments(study),
    industries: study.industries
      .filter(({ id }) => companies.some(({ industry }) => industry === id))
      .map(({ id, name: words }) => ({ id, name: words })),
    companies: companies.map((company) => publicCompany(company, ids)),
    waves: study.waves.map((wave, k) => publicWave(study, wave, study.waves[k - 1])),
    timeline: publicTimeline(study, ids),
    not_yet_computed: [...study.not_yet_computed],
  }
}
