/** One wave as a sample: who was asked, with which weight, in which unit of which stratum (METHOD.md §3-4). */
import type { Column, PlainStudy, PlainWave, Rating, Respondent } from './plain.ts'
import { type Margins, rakeWithin, residuals } from './weights.ts'

export interface Wave {
  people: readonly Respondent[]
  /** the final weight of a rating by the respondent at a place */
  weight: (place: number, rating: Rating) => number
  /** what the margins leave of a variable of respondents; null where weights are used as delivered */
  residual: ((z: readonly number[]) => readonly number[]) | null
  /** the names of the sampling units */
  units: readonly string[]
  /** the place of each respondent’s unit in `units` */
  unitOf: readonly number[]
  /** per stratum, the places of its units */
  strata: readonly number[][]
}

const made = new WeakMap<PlainStudy, Map<string, Wave>>()

export function waveOf(study: PlainStudy, id: string): Wave {
  const known = made.get(study) ?? new Map<string, Wave>()
  const asked = study.waves.find((one) => one.id === id)
  if (!asked) throw new Error(`no wave ${id}`)
  const wave = known.get(id) ?? sampleOf(study, asked)
  made.set(study, known.set(id, wave))
  return wave
}

function sampleOf(study: PlainStudy, { id, columns }: PlainWave): Wave {
  const people = study.respondents.filter((person) => person.wave === id)
  const has = (column: Column) => columns.includes(column)
  const stratum = (person: Respondent) => (has('stratum') ? person.stratum : '')
  const unit = (person: Respondent) =>
    has('household') ? JSON.stringify([stratum(person), person.household]) : person.respondent
  const units = [...new Set(people.map(unit))]
  const places = new Map(units.map((name, place) => [name, place]))
  const unitOf = people.map((person) => places.get(unit(person)) ?? -1)
  const names = people.map(stratum)
  const strata = [...new Set(names)].map((name) => [...new Set(unitOf.filter((_, i) => names[i] === name))])
  if (study.single_unit_stratum === 'error' && strata.some((places) => places.length === 1))
    throw new Error('a stratum has one unit')
  return { people, units, unitOf, strata, ...weighted(study, id, people, has('weight')) }
}

function weighted(
  { weighting: { level, trim, targets } }: PlainStudy,
  wave: string,
  people: readonly Respondent[],
  delivered: boolean,
): Pick<Wave, 'weight' | 'residual'> {
  if (!delivered && level === 'rating') return { weight: () => 1, residual: null }
  if (level === 'rating') return { weight: (_, rating) => rating.weight ?? Number.NaN, residual: null }
  const base = people.map((person) => (delivered ? person.weight : 1))
  const margins = marginsOf(
    targets.filter((target) => target.wave === wave),
    people,
  )
  if (margins.length === 0 && trim === undefined)
    return { weight: (i) => base[i] ?? Number.NaN, residual: null }
  const { final, entering } = rakeWithin(base, margins, trim)
  return { weight: (i) => final[i] ?? Number.NaN, residual: residuals(entering, margins) }
}

function marginsOf(targets: PlainStudy['weighting']['targets'], people: readonly Respondent[]): Margins {
  return [...new Set(targets.map(({ variable }) => variable))].map((name) => {
    const categories = targets.filter(({ variable }) => variable === name)
    const stranger = people.find(({ groups }) => !categories.some((one) => one.category === groups?.[name]))
    if (stranger) throw new Error(`respondent ${stranger.respondent} has no target of ${name}`)
    return categories.map(({ category, share }) => ({
      share,
      places: people.flatMap(({ groups }, i) => (groups?.[name] === category ? [i] : [])),
    }))
  })
}
