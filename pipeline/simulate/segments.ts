/** Ways to divide respondents: what study.yaml says of them, and the part of all ratings that each category is. */
import { ageGroups, channels, genders, markets, personas, strata } from './population.ts'
import type { Text } from './text.ts'
import type { Part } from './truth-scores.ts'

interface Category {
  id: string
  label?: Text
  part: Part
}

export interface Segment {
  id: string
  label: Text
  categories: readonly Category[]
}

const labels: Readonly<Record<string, Text>> = {
  K: { nb: 'Kvinner', en: 'Women' },
  M: { nb: 'Menn', en: 'Men' },
  private: { nb: 'Privatkunder', en: 'Private customers' },
  business: { nb: 'Bedriftskunder', en: 'Business customers' },
  person: { nb: 'Betjent av et menneske', en: 'Served by a person' },
  site: { nb: 'Betjent på nett', en: 'Served online' },
}

const labelled = (id: string, part: Part): Category => {
  const label = labels[id]
  return { id, ...(label === undefined ? {} : { label }), part }
}

export const segments: readonly Segment[] = [
  {
    id: 'persona',
    label: { nb: 'Kundetype', en: 'Kind of customer' },
    categories: personas.map(({ name, label }, kind) => ({
      id: name,
      label,
      part: { inside: ({ persona }) => persona === kind },
    })),
  },
  {
    id: 'channel',
    label: { nb: 'Hvem som betjente kunden sist', en: 'Who served the customer last' },
    categories: channels.map(({ name }) => labelled(name, { inside: ({ channel }) => channel === name })),
  },
  {
    id: 'market',
    label: { nb: 'Marked', en: 'Market' },
    categories: markets.map(({ name }) => labelled(name, { condition: { market: name } })),
  },
  {
    id: 'age',
    label: { nb: 'Alder', en: 'Age' },
    categories: ageGroups.map((group) => labelled(group.name, { inside: ({ age }) => age === group })),
  },
  {
    id: 'gender',
    label: { nb: 'Kjønn', en: 'Gender' },
    categories: genders.map(({ name }) => labelled(name, { condition: { gender: name } })),
  },
  {
    id: 'region',
    label: { nb: 'Landsdel', en: 'Region' },
    categories: strata.flatMap(({ name, regions }) =>
      Object.keys(regions).map((region) => labelled(region, { condition: { stratum: name } })),
    ),
  },
]

/** All categories, named as `persona=2`. */
export const segmentParts: readonly (Part & { name: string })[] = segments.flatMap(({ id, categories }) =>
  categories.map(({ id: category, part }) => ({ ...part, name: `${id}=${category}` })),
)
