import { items } from './population.ts'

/** A wave and the habits of the supplier who delivers it. */
export interface Wave {
  id: string
  index: number
  /** how the file names companies */
  naming: 'number' | 'name'
  delimiter: ',' | ';'
  decimal: '.' | ','
  /** role → column, in the order of the file */
  columns: Readonly<Record<string, string>>
  /** item → column; null where the item is not asked */
  itemColumns: readonly (string | null)[]
}

const lastYear = 2025
const columns = {
  respondent: 'respondent',
  company: 'company',
  weight: 'weight',
  stratum: 'stratum',
  age: 'age',
  gender: 'gender',
}
const otherColumns = {
  respondent: 'resp_id',
  company: 'bedrift',
  weight: 'vekt',
  stratum: 'landsdel',
  age: 'alder',
  gender: 'kjonn',
}

/** The waves up to 2025. Digital questions come with the third wave, or with the last where there are fewer. */
export function wavesOf(count: number): Wave[] {
  const digitalFrom = Math.min(2, count - 1)
  return Array.from({ length: count }, (_, index): Wave => {
    const habit = (count - 1 - index) % 4
    const asked = (item: (typeof items)[number]) => item.trait !== 'digital' || index >= digitalFrom
    const column = (id: string, place: number) => (habit === 2 ? `q${place + 1}` : id)
    return {
      id: String(lastYear - count + 1 + index),
      index,
      naming: habit === 1 ? 'name' : 'number',
      delimiter: habit === 1 ? ';' : ',',
      decimal: habit === 1 ? ',' : '.',
      columns: habit === 2 ? otherColumns : columns,
      itemColumns: items.map((item, place) => (asked(item) ? column(item.id, place) : null)),
    }
  })
}
