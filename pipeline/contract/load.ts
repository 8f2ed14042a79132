/** study.yaml and the registers → one Study, or every mistake in them at once. */
import { type Mistake, UserError } from '../errors.ts'
import { type Entry, readCompanies } from './companies.ts'
import { industriesOf, readIndustries, strayIndustries } from './industries.ts'
import { reportIssues } from './issues.ts'
import { notYetComputed } from './pending.ts'
import { inOrder, reportOn } from './report.ts'
import { rules } from './rules.ts'
import { itemColumns } from './rules-wave.ts'
import { type Contract, type ContractWave, contractSchema } from './schema.ts'
import type { Company, Index, Industry, Item, Study, Wave } from './study.ts'
import { given, inNaturalOrder, labelOf, wordsOf } from './words.ts'
import { parseYaml } from './yaml.ts'

function readContract(text: string): { contract: Contract | undefined; mistakes: Mistake[] } {
  const file = 'study.yaml'
  const source = parseYaml(file, text)
  if (source.mistakes.length > 0) return { contract: undefined, mistakes: source.mistakes }
  const report = reportOn(file, source)
  const parsed = contractSchema.safeParse(source.value)
  if (parsed.success) rules(report, parsed.data)
  else reportIssues(report, contractSchema, source, parsed.error.issues)
  return { contract: parsed.data, mistakes: [...report.mistakes] }
}

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
    const {
      label,
      why,
      items,
      weights,
      min_items,
      method,
      headline,
      author,
      checked_by,
      next_review,
      base_period,
    } = index
    return {
      id,
      label: wordsOf(label ?? labelOf(id), languages),
      items: items.map((item) => ({ item, weight: weights?.[item] ?? 1 })),
      min_items,
      method,
      headline: headline ?? (!chosen && i === 0),
      ...given({
        why: why === undefined ? undefined : wordsOf(why, languages),
        author,
        checked_by,
        next_review,
        base_period,
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

function wavesOf({ waves, items, languages }: Contract): Wave[] {
  const all = Object.entries(waves).map(([id, wave]) => waveOf(id, wave, Object.keys(items), languages))
  const dated = all.every(({ fieldwork }) => fieldwork !== undefined)
  const start = (wave: Wave): string => (dated ? (wave.fieldwork?.[0] ?? '') : '')
  return all.sort((a, b) =>
    start(a) === start(b) ? inNaturalOrder(a.id, b.id) : start(a) < start(b) ? -1 : 1,
  )
}

function studyOf(contract: Contract, companies: Company[], industries: Industry[], pending: string[]): Study {
  const {
    id,
    title,
    publisher,
    licence,
    languages,
    synthetic,
    net_promoter,
    weighting,
    design,
    publication,
    unmatched,
  } = contract
  const { rake, level, trim, base = 'weight' } = weighting
  const { strata, cluster, single_unit_stratum, panel } = design
  return {
    id,
    title: wordsOf(title, languages),
    publisher: { name: publisher.name, ...given({ url: publisher.url, contact: publisher.contact }) },
    licence,
    languages,
    synthetic,
    items: itemsOf(contract),
    indices: indicesOf(contract),
    weighting: { base, rake, level, ...given({ trim }) },
    design: { cluster, single_unit_stratum, panel, ...given({ strata }) },
    publication,
    unmatched,
    waves: wavesOf(contract),
    companies,
    industries,
    contract,
    not_yet_computed: pending,
    ...given({ net_promoter: net_promoter?.item }),
  }
}

/**
 * Reads a study folder's contract and registers. `read` gives a file's text, or undefined where it is missing;
 * `has` tells whether the folder holds a file or, with a slash at the end, a folder.
 * Throws a UserError with all mistakes of all files.
 */
export function loadStudy(
  read: (name: string) => string | undefined,
  has: (name: string) => boolean = (name) => !name.endsWith('/') && read(name) !== undefined,
): Study {
  const mistakes: Mistake[] = []
  const yaml = read('study.yaml')
  if (yaml === undefined)
    throw new UserError({
      what: 'study.yaml is missing',
      hint: 'name a study folder, or write an example with `barometer simulate`',
    })
  const { contract, mistakes: wrong } = readContract(yaml)
  mistakes.push(...wrong)

  let entries: Entry[] = []
  const companies = read('companies.csv')
  if (companies === undefined)
    mistakes.push({
      what: 'companies.csv is missing',
      hint: 'write one beside study.yaml, with the columns company_id,name,industry',
    })
  else {
    const found = readCompanies(
      companies,
      contract === undefined ? [] : wavesOf(contract).map(({ id }) => id),
    )
    entries = found.entries
    mistakes.push(...found.mistakes)
  }

  const names = read('industries.csv')
  if (contract === undefined) throw new UserError(inOrder(mistakes))
  const found =
    names === undefined
      ? industriesOf(entries, contract.languages)
      : readIndustries(names, contract.languages)
  mistakes.push(...found.mistakes)
  if (names !== undefined && found.industries.length > 0)
    mistakes.push(...strayIndustries(entries, found.industries))

  if (mistakes.length > 0) throw new UserError(inOrder(mistakes))
  return studyOf(
    contract,
    entries.map(({ company }) => company),
    found.industries,
    notYetComputed(contract, has),
  )
}
