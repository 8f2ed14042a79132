/** Drawn studies of few companies whose customers fall into small groups: what an auditor has to judge. */
import { stringify } from 'yaml'
import { uniforms } from '../../pipeline/stats/random.ts'

/** One rating, of a respondent of its own; null: no answer. */
export interface Answer {
  company: string
  persona: string
  channel: string
  half: string
  good: number | null
  rec: number | null
  need: number | null
  hoped: number | null
  got: number | null
}

export interface SmallStudy {
  files: Record<string, string>
  answers: Answer[]
}

/** Ratings from which anything is shown, so that small studies have both small and large groups. */
export const least = 8

const personas = ['a', 'b', 'c']
const channels = ['site', 'shop', 'phone']

/** `blanks`: the share of answers and categories that are left out; `minimum`: ratings from which anything is shown. */
export function smallStudy(
  seed: number,
  aggregate: 'companies' | 'ratings',
  blanks: number,
  minimum = least,
): SmallStudy {
  const next = uniforms(seed, 'small cells')
  const pick = <One>(list: readonly [One, ...One[]]): One => list[Math.floor(next() * list.length)] ?? list[0]
  const maybe = <One>(value: One): One | null => (next() < blanks ? null : value)
  const industryCount = 1 + Math.floor(next() * 3)
  const companies = Array.from({ length: 3 + Math.floor(next() * 5) }, (_, k) => ({
    id: `c${k}`,
    industry: `i${k % industryCount}`,
    publish: next() > 0.1,
    size: pick([2, 5, 7, 9, 12, 20, 35, 60, 90]),
    // Customers of a company are mostly of one kind.
    persona: pick(['a', 'b', 'c']),
    level: next(),
  }))
  const answers = companies.flatMap(({ id, size, persona, level }) =>
    Array.from({ length: size }, (): Answer => {
      const scale = (max: number) => Math.min(max, 1 + Math.floor(max * (0.3 * level + 0.7 * next())))
      const missing = next() < blanks / 2
      return {
        company: id,
        persona: missing ? '' : next() < 0.6 ? persona : pick(['a', 'b', 'c']),
        channel: next() < blanks / 2 ? '' : pick(['site', 'site', 'site', 'shop', 'shop', 'phone']),
        half: pick(['1', '2']),
        good: maybe(scale(10)),
        rec: maybe(scale(11) - 1),
        need: maybe(scale(5)),
        hoped: maybe(scale(10)),
        got: maybe(scale(10)),
      }
    }),
  )
  const industries = Object.fromEntries(companies.map(({ id, industry }) => [id, industry]))
  const hidden = companies.flatMap(({ id, publish }) => (publish ? [] : [id]))
  return { answers, files: smallFiles(answers, industries, aggregate, minimum, hidden) }
}

const item = (min: number, max: number) => ({
  text: 'q',
  scale: { min, max },
  missing: { BLANK: 'not_asked' },
})

/** The files of a study with these answers. `industries`: of each company; `hidden`: those that are not published. */
export function smallFiles(
  answers: readonly Answer[],
  industries: Readonly<Record<string, string>>,
  aggregate: 'companies' | 'ratings',
  minimum: number,
  hidden: readonly string[] = [],
): Record<string, string> {
  const same = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, id]))
  const contract = {
    ...{ id: 'small', title: 'Small', publisher: { name: 'T' }, licence: 'CC0-1.0', languages: ['en'] },
    items: {
      ...{ good: item(1, 10), rec: item(0, 10), need: item(1, 5) },
      ...{ hoped: item(1, 10), got: item(1, 10) },
    },
    indices: { satisfaction: { items: ['good'] }, loyalty: { items: ['rec'] } },
    net_promoter: { item: 'rec' },
    combined: { index: 'satisfaction', with: 'loyalty', share: 0.5 },
    touchpoints: { shop: { expected: 'hoped', experienced: 'got' } },
    need_met: 'need',
    segments: {
      persona: { column: 'persona', categories: same(personas) },
      channel: { column: 'channel', categories: same(channels) },
    },
    experiments: { order: { column: 'half' } },
    publication: { minimum_n: minimum, minimum_shown: minimum, minimum_segment_n: minimum, aggregate },
    waves: {
      '2025': {
        file: 'raw.csv',
        columns: {
          respondent: 'r',
          company: 'company',
          persona: 'persona',
          channel: 'channel',
          half: 'half',
        },
      },
    },
  }
  const names = ['company', 'persona', 'channel', 'half', 'good', 'rec', 'need', 'hoped', 'got'] as const
  return {
    'study.yaml': stringify(contract),
    'companies.csv': [
      'company_id,name,industry,publish',
      ...Object.entries(industries).map(
        ([id, industry]) => `${id},${id},${industry},${!hidden.includes(id)}`,
      ),
    ].join('\n'),
    'raw.csv': [
      ['r', ...names].join(','),
      ...answers.map((one, k) => [`p${k}`, ...names.map((name) => one[name] ?? '')].join(',')),
    ].join('\n'),
  }
}
