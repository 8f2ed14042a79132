/** Profiles, roles and questions of all waves → a draft of the study. A pure function. */
import { inNaturalOrder } from '../contract/time.ts'
import { itemsAcross, telling } from './across.ts'
import { registerOf } from './companies.ts'
import type { Draft, Guess } from './draft.ts'
import { draftItems } from './draft-items.ts'
import { waveOf } from './draft-waves.ts'
import { indicesOf, recommendOf, touchpointsOf } from './indices.ts'
import { columnOf, type Read } from './known.ts'
import { idOf, plain, segmentHints, slug } from './names.ts'
import { oneLine, segmentsOf } from './segments.ts'
import { withSharedRoles } from './shared-roles.ts'
import { withoutSlot } from './slots.ts'

const norwegian = /[æøå]|\b(bedrift|kjonn|vekt|alder|landsdel|tilfreds|fornoyd|anbefal|vet ikke|ikke svart)/i

function languageOf(reads: readonly Read[]): Guess<string> {
  const words = reads.flatMap(({ opened, questions }) => [
    ...opened.columns.map(({ name, text }) => `${plain(name).replaceAll('_', ' ')} ${text ?? ''}`),
    ...questions.flatMap(({ missing }) => [...missing.keys()]),
  ])
  const found = words.filter((word) => norwegian.test(word)).length
  return {
    value: found > 2 ? 'nb' : 'en',
    why: 'the language of the texts; the site is written in en and nb',
  }
}

/** Guesses a study from its waves; `id`: of the study. */
export function propose(id: string, reads: readonly Read[]): Draft {
  const inTime = withSharedRoles(reads).sort((a, b) => inNaturalOrder(a.opened.id.value, b.opened.id.value))
  const asked = itemsAcross(inTime.map(({ questions }) => questions))
  const roles = new Set(['respondent', 'company', 'weight', 'stratum', ...segmentHints])
  const taken = new Set<string>(roles)
  const named = asked.map((one) => {
    const own = idOf(withoutSlot(telling(one)), taken, 'item')
    taken.add(own.toLowerCase())
    return [own, one] as const
  })
  const items = draftItems(named)
  const called = named.map(([own, one], k) => {
    const scale = items[k]?.scale
    return {
      id: own,
      name: withoutSlot(telling(one)),
      min: scale?.min.value ?? 0,
      max: scale?.max.value ?? 0,
    }
  })
  const touchpoints = touchpointsOf(called)
  const recommend = recommendOf(called)
  const apart = new Set([
    ...touchpoints.flatMap(({ expected, experienced }) => [expected, experienced]),
    recommend?.value ?? '',
  ])
  const register = registerOf(
    inTime.map((read) => ({
      wave: read.opened.id.value,
      column: columnOf(read, read.roles.company.value),
      industries: read.industries,
    })),
  )
  const names = [...new Set(inTime.flatMap(({ industries }) => [...industries.values()]))].sort()
  const ids = new Set<string>()
  const industries = names.map((name) => {
    const industry = slug(name, ids, 'industry')
    ids.add(industry)
    return { id: industry, name: oneLine(name) }
  })
  const industryOf = new Map(names.map((name, k) => [name, industries[k]?.id ?? name]))
  const columns = new Map(
    segmentHints.map(
      (hint) =>
        [hint, inTime.flatMap((read) => columnOf(read, read.roles.others.get(hint)?.value) ?? [])] as const,
    ),
  )
  const nameless = inTime.reduce(
    (sum, read) =>
      sum + (read.opened.rows - (columnOf(read, read.roles.company.value)?.filled ?? read.opened.rows)),
    0,
  )
  return {
    id,
    title: { value: 'name of the study', todo: true },
    publisher: { value: 'who publishes it', todo: true },
    licence: { value: 'CC-BY-4.0', todo: true, why: 'of the published tables' },
    language: languageOf(inTime),
    items,
    indices: indicesOf(
      called.filter((_, k) => named[k]?.[1].waves.at(-1) !== undefined),
      apart,
    ),
    net_promoter: recommend,
    touchpoints,
    segments: segmentsOf(columns),
    stratified: inTime.some((read) => read.roles.others.has('stratum')),
    nameless,
    waves: inTime.map((read, k) =>
      waveOf(read, k, named, register.values.get(read.opened.id.value) ?? new Map()),
    ),
    companies: register.companies.map((company) => ({
      ...company,
      industry:
        company.industry.todo === true
          ? company.industry
          : { value: industryOf.get(company.industry.value) ?? company.industry.value },
    })),
    industries,
    alike: register.alike,
  }
}
