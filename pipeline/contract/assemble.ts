/** A contract and its registers → the study as the stations see it. */
import { itemColumns } from './rules-wave.ts'
import type { Contract, ContractWave } from './schema.ts'
import type { Index, Item, Study, Wave } from './study.ts'
import { inNaturalOrder, timelineOf } from './time.ts'
import { given, labelOf, wordsOf } from './words.ts'

function itemsOf({ items, languages }: Contract): Item[] {
  return Object.entries(items).map(([id, { text, scale, reverse, missing }]) => ({
    id,
    text: wordsOf(text, languages),
    scale,
    reverse,
    missing: { BLANK: 'not_asked', ...missing },
  }))
}

function indicesOf({ indices, languages }: Contract): Index[] {
  const chosen = Object.values(indices).some(({ headline }) => headline === true)
  return Object.entries(indices).map(([id, index], i) => {
    const { label, why, items, weights, min_items, headline, author, checked_by, next_review } = index
    return {
      id,
      label: wordsOf(label ?? labelOf(id), languages),
      items: items.map((item) => ({ item, weight: weights?.[item] ?? 1 })),
      min_items,
      headline: headline ?? (!chosen && i === 0),
      ...given({
        why: why === undefined ? undefined : wordsOf(why, languages),
        author,
        checked_by,
        next_review,
      }),
    }
  })
}

function waveOf(
  id: string,
  wave: ContractWave,
  items: readonly string[],
  languages: readonly string[],
): Wave {
  const { file, columns, values, csv, mode, fieldwork, rows, slots } = wave
  const { decimal, header_rows, delimiter, encoding } = csv
  return {
    id,
    at: { file: 'study.yaml' },
    files: [file].flat(),
    columns,
    items: itemColumns(items, wave),
    values,
    csv: { decimal, header_rows, ...given({ delimiter, encoding }) },
    ...given({
      fieldwork,
      mode: mode === undefined ? undefined : wordsOf(mode, languages)[languages[0] ?? ''],
      rows,
      slots,
    }),
  }
}

/** The waves in order of time. */
export function wavesOf({ waves, items, languages }: Contract): Wave[] {
  const all = Object.entries(waves).map(([id, wave]) => waveOf(id, wave, Object.keys(items), languages))
  const dated = all.every(({ fieldwork }) => fieldwork !== undefined)
  const start = (wave: Wave): string => (dated ? (wave.fieldwork?.[0] ?? '') : '')
  return all.sort((a, b) =>
    start(a) === start(b) ? inNaturalOrder(a.id, b.id) : start(a) < start(b) ? -1 : 1,
  )
}

/** The study that a contract without mistakes and its registers describe. */
export function studyOf(
  contract: Contract,
  registers: Pick<Study, 'companies' | 'industries' | 'corrections' | 'targets' | 'history' | 'beliefs'>,
): Omit<Study, 'not_yet_computed' | 'not_yet_readable'> {
  const { id, title, publisher, licence, languages, synthetic, net_promoter, unmatched, exclude } = contract
  const waves = wavesOf(contract)
  const { strata, cluster, single_unit_stratum, panel } = contract.design
  const { base = 'weight', rake, trim, level, replicates } = contract.weighting
  const { minimum_n, minimum_shown, minimum_segment_n, aggregate, confidence } = contract.publication
  return {
    id,
    title: wordsOf(title, languages),
    publisher: { name: publisher.name, ...given({ url: publisher.url, contact: publisher.contact }) },
    licence,
    languages,
    synthetic,
    items: itemsOf(contract),
    indices: indicesOf(contract),
    weighting: { base, rake, level, ...given({ trim, replicates }) },
    design: {
      ...{ single_unit_stratum, panel },
      ...given({ strata, cluster: cluster === 'respondent' ? undefined : cluster }),
    },
    publication: { minimum_n, minimum_shown, minimum_segment_n, aggregate, confidence },
    unmatched,
    exclude,
    variables: Object.fromEntries(
      Object.entries(contract.variables).map(([role, { groups }]) => [role, groups]),
    ),
    waves,
    timeline: timelineOf(
      waves.map((wave) => wave.id),
      registers.history.map(({ wave }) => wave),
    ),
    ...registers,
    contract,
    ...given({ net_promoter: net_promoter?.item }),
  }
}
