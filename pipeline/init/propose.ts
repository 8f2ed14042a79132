/** Profiles, roles and questions of all waves → a draft of the study. A pure function. */
import type { MissingKind } from '../contract/study.ts'
import { inNaturalOrder } from '../contract/words.ts'
import { type Asked, isOpen, itemsAcross, telling } from './across.ts'
import { registerOf } from './companies.ts'
import { counted, type Draft, type DraftItem, type DraftWave, type Guess, percent } from './draft.ts'
import { indicesOf, recommendOf, touchpointsOf } from './indices.ts'
import type { Question } from './items.ts'
import { hintAt, idOf, plain, segmentHints, slug } from './names.ts'
import type { Opened } from './open.ts'
import type { Column } from './profile.ts'
import type { Roles } from './roles.ts'
import { oneLine, segmentsOf } from './segments.ts'
import { withSharedRoles } from './shared-roles.ts'
import { withoutSlot } from './slots.ts'

/** What is known of a wave. */
export interface Read {
  opened: Opened
  roles: Roles
  questions: readonly Question[]
  /** value of the company column → industry, where a column tells */
  industries: ReadonlyMap<string, string>
}

const find = ({ opened }: Read, name: string | undefined): Column | undefined =>
  opened.columns.find((column) => column.name === name)

/** What a column holds, in a line. */
export function summary(
  { name, filled, distinct, values, numbers, smallest, largest }: Column,
  rows: number,
): string {
  if (filled === 0) return `${oneLine(name)}: empty`
  const blank = filled === rows ? '' : `, ${percent(rows - filled, rows)} blank`
  if (distinct <= 8) {
    const listed = values.map(({ value, n }) => `${oneLine(value).slice(0, 40)}: ${counted(n)}`)
    return `${oneLine(name)}: ${listed.join(', ')}${blank}`
  }
  const what =
    numbers === filled
      ? `numbers from ${smallest} to ${largest}`
      : `such as ${oneLine(values[0]?.value ?? '').slice(0, 40)}`
  return `${oneLine(name)}: ${counted(distinct)} different values, ${what}${blank}`
}

/** Codes of all questions on one scale, together: they are decided once. */
function codesByScale(items: readonly Asked[]): Map<string, Map<string, Guess<MissingKind>>> {
  const all = new Map<string, Map<string, Guess<MissingKind>>>()
  for (const { waves } of items)
    for (const asked of waves) {
      if (asked === undefined) continue
      const codes = all.get(scaleOf(asked.value)) ?? new Map<string, Guess<MissingKind>>()
      all.set(scaleOf(asked.value), codes)
      for (const [code, kind] of asked.value.missing) {
        const key = code.toUpperCase() === 'BLANK' ? 'Blank' : code
        const known = [...codes.keys()].find((other) => other.toLowerCase() === key.toLowerCase())
        if (known === undefined) codes.set(key, kind)
        else if (/^(\d+ times?; )?too few/.test(codes.get(known)?.why ?? '')) codes.set(known, kind)
      }
    }
  return all
}

/** 0-10 and 1-10 may be one scale on which nobody answered 0. */
const scaleOf = ({ min, max }: Question): string => (max === 10 ? '10' : `${min} ${max}`)

function draftItem(id: string, asked: Asked, codes: ReadonlyMap<string, Guess<MissingKind>>): DraftItem {
  const { latest, waves } = asked
  const known = waves.flatMap((one) => one?.value ?? [])
  const min = Math.min(...known.map((one) => one.min))
  const max = Math.max(...known.map((one) => one.max))
  const top = Math.max(...known.map(({ seen }) => seen[1]))
  const lowest = Math.min(...known.map(({ seen }) => seen[0]))
  const text = known.map(({ column }) => oneLine(column.text ?? '')).findLast((one) => one !== '')
  const recommends = max === 10 && min === 1 && hintAt(withoutSlot(telling(asked)), 'recommend') > 0
  const labels = [...latest.answers.labelled.keys()].map(oneLine)
  return {
    id,
    text: text === undefined ? { value: oneLine(withoutSlot(telling(asked))), todo: true } : { value: text },
    scale: {
      min: recommends
        ? { value: 0, todo: true, why: 'such questions are mostly asked on 0-10; nobody answered 0' }
        : { value: min },
      max:
        top < max
          ? { value: max, todo: true, why: `the highest answer given is ${top}, the lowest ${lowest}` }
          : { value: max },
    },
    missing: new Map(
      [...codes].filter(([code]) => !(Number(code) >= min && Number(code) <= max) || code.trim() === ''),
    ),
    why: `${latest.why}${labels.length === 0 ? '' : `; answers such as ${labels[0]}`}`,
  }
}

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

function waveOf(
  read: Read,
  k: number,
  id: Guess<string>,
  items: readonly (readonly [string, Asked])[],
  values: ReadonlyMap<string, string>,
): DraftWave {
  const { opened, roles } = read
  const columns = new Map([['respondent', roles.respondent], ['company', roles.company], ...roles.others])
  const asked = items.map(([item, { waves }]) => [item, waves[k]] as const)
  const open = new Set(
    items.flatMap(([item, one]) => {
      const own = one.waves[k]
      return own !== undefined && isOpen(one, own, telling(one)) ? [item] : []
    }),
  )
  const used = new Set([
    ...[...columns.values()].map(({ value }) => value),
    ...asked.flatMap(([, one]) => one?.value.column.name ?? []),
    opened.rowsOf?.column,
  ])
  const commas = opened.columns.filter(({ numbers, whole, commas: found }) => found > 0 && whole < numbers)
  const points = opened.columns.some(
    ({ numbers, whole, points: found, filled }) => found > 0 && whole < numbers && numbers === filled,
  )
  const meanings = asked.flatMap(([item, one]) =>
    one === undefined || one.value.answers.labelled.size === 0
      ? []
      : [
          [
            item,
            new Map([...one.value.answers.labelled].map(([text, number]) => [text, String(number)] as const)),
          ] as const,
        ],
  )
  const decimal: DraftWave['csv'] =
    commas.length > 0 && !points
      ? { decimal: { value: ',', why: `as in ${oneLine(commas[0]?.name ?? '')}` } }
      : {}
  const headers: DraftWave['csv'] =
    opened.headers.rows > 1 ? { header_rows: { value: opened.headers.rows, why: opened.headers.why } } : {}
  return {
    id,
    files: opened.files,
    ...(opened.rowsOf === undefined ? {} : { rows: opened.rowsOf }),
    ...(opened.slots === undefined
      ? {}
      : {
          slots: {
            names: opened.slots.slots,
            why: 'columns that end alike stand side by side, a set for each rating',
          },
        }),
    columns,
    items: new Map(
      asked.flatMap(([item, one]): [string, Guess<string | null>][] => {
        if (one === undefined) return [[item, { value: null, why: 'not found in this wave' }]]
        const { name } = one.value.column
        if (name === item) return []
        return [
          [
            item,
            {
              value: name,
              ...(open.has(item) ? { todo: true } : {}),
              ...(one.why === undefined ? {} : { why: one.why }),
            },
          ],
        ]
      }),
    ),
    values: new Map([...meanings, ...(values.size === 0 ? [] : [['company', values] as const])]),
    csv: { ...decimal, ...headers },
    unused: [
      ...opened.columns.filter(({ name }) => !used.has(name)).map((column) => summary(column, opened.rows)),
      ...opened.unreadable.map(oneLine),
    ],
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
  const codes = codesByScale(asked)
  const items = named.map(([own, one]) => draftItem(own, one, codes.get(scaleOf(one.latest)) ?? new Map()))
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
      column: find(read, read.roles.company.value),
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
        [hint, inTime.flatMap((read) => find(read, read.roles.others.get(hint)?.value) ?? [])] as const,
    ),
  )
  const has = (role: string) => inTime.some((read) => read.roles.others.has(role))
  const nameless = inTime.reduce(
    (sum, read) =>
      sum + (read.opened.rows - (find(read, read.roles.company.value)?.filled ?? read.opened.rows)),
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
    weighted: has('weight'),
    stratified: has('stratum'),
    nameless,
    waves: inTime.map((read, k) =>
      waveOf(read, k, read.opened.id, named, register.values.get(read.opened.id.value) ?? new Map()),
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
