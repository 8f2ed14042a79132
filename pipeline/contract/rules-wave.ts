/** Rules for waves: their columns, items and values. */
import { itemKind, type Kind, valuedKind } from './kinds.ts'
import { idRule, isId } from './parts.ts'
import type { Report } from './report.ts'
import { once } from './rules-common.ts'
import { labelRules } from './rules-labels.ts'
import type { Contract, ContractWave } from './schema.ts'

/** Every item → its column in a wave, its own id by default; null: not asked. */
export function itemColumns(items: readonly string[], wave: ContractWave): Record<string, string | null> {
  const named = (item: string): string | null | undefined =>
    Object.hasOwn(wave.items, item) ? wave.items[item] : undefined
  return Object.fromEntries(
    items.map((item) => [item, named(item) === undefined ? item : (named(item) ?? null)]),
  )
}

function columns(report: Report, id: string, wave: ContractWave, items: readonly string[]): void {
  const path = ['waves', id, 'columns']
  const lowered = new Map(items.map((item) => [item.toLowerCase(), item]))
  const seen = new Map<string, string>()
  for (const role of Object.keys(wave.columns)) {
    const item = lowered.get(role.toLowerCase())
    const first = seen.get(role.toLowerCase())
    seen.set(role.toLowerCase(), role)
    if (!isId(role))
      report.add([...path, role], {
        what: `waves.${id}.columns: not a possible role`,
        value: role,
        hint: idRule,
      })
    else if (first !== undefined)
      report.add([...path, role], {
        what: `waves.${id}.columns: two roles differ only in capitals`,
        value: role,
        hint: `${first} is there already; rename one`,
      })
    else if (item !== undefined)
      report.add([...path, role], {
        what: `waves.${id}.columns: a role with the name of an item`,
        value: role,
        hint: 'columns of items go under items; give the role another name',
      })
  }
  if (wave.columns.respondent === wave.columns.company)
    report.add([...path, 'company'], {
      what: `waves.${id}.columns: respondent and company are one column`,
      value: wave.columns.company,
      hint: 'each needs its own',
    })
}

function mapping(report: Report, id: string, wave: ContractWave, items: Kind): void {
  const path = ['waves', id, 'items']
  for (const item of Object.keys(wave.items)) report.known([...path, item], item, items)
  const readers = new Map<string, string>()
  for (const [item, column] of Object.entries(itemColumns(items.names, wave))) {
    if (column === null || report.gaps.touch([...path, item])) continue
    const first = readers.get(column)
    if (first === undefined) readers.set(column, item)
    else
      report.add([...path, Object.hasOwn(wave.items, item) ? item : first], {
        what: `waves.${id}.items: two items read one column`,
        value: column,
        hint: `${first} and ${item} both do; name the right column of each, or null where it was not asked`,
      })
  }
}

function values(report: Report, id: string, wave: ContractWave, contract: Contract): void {
  for (const [key, meanings] of Object.entries(wave.values)) {
    const path = ['waves', id, 'values', key]
    const item = Object.hasOwn(contract.items, key) ? contract.items[key] : undefined
    if (item === undefined) {
      report.known(path, key, valuedKind(contract, wave))
      continue
    }
    if (report.gaps.touch(['items', key])) continue
    const { min, max } = item.scale
    for (const [written, meant] of Object.entries(meanings)) {
      const answer = /^[-+]?\d+$/.test(meant) ? Number(meant) : Number.NaN
      if (
        (answer >= min && answer <= max) ||
        Object.hasOwn(item.missing, meant) ||
        meant === 'BLANK' ||
        meant === ''
      )
        continue
      report.add([...path, written], {
        what: `waves.${id}.values.${key}: neither an answer nor a missing code`,
        value: meant,
        hint: `the scale is ${min}-${max}; missing codes: ${[...new Set([...Object.keys(item.missing), 'BLANK'])].join(', ')}`,
      })
    }
  }
}

function slots(report: Report, id: string, wave: ContractWave): void {
  const named = [...Object.values(wave.columns), ...Object.values(wave.items)].filter((column) =>
    column?.includes('{slot}'),
  )
  if (wave.slots === undefined && named[0])
    report.add(['waves', id], {
      what: `waves.${id}: {slot} in a column name without slots`,
      value: named[0],
      hint: 'write `slots: [1, 2, 3]` in the wave',
    })
  if (wave.slots === undefined) return
  if (!wave.columns.company.includes('{slot}'))
    report.add(['waves', id, 'columns', 'company'], {
      what: `waves.${id}: slots, but one column for all companies`,
      value: wave.columns.company,
      hint: 'write {slot} in the name of the company column',
    })
  once(report, ['waves', id, 'slots'], wave.slots)
}

/** What stands beside the folders of the waves in the output. */
const siteEntries = ['api', 'assets', 'index.html', '404.html', 'study.schema.json', 'barometer.json']

/** What must hold within each wave. */
export function waveRules(report: Report, contract: Contract): void {
  const items = itemKind(contract)
  labelRules(report, contract)
  for (const [id, wave] of Object.entries(contract.waves)) {
    if ([...siteEntries, ...contract.languages].some((taken) => taken.toLowerCase() === id.toLowerCase()))
      report.add(['waves', id], {
        what: 'waves: not a possible id',
        value: id,
        hint: `the folder ${id} of the site is taken; rename the wave`,
      })
    const [first, last] = wave.fieldwork ?? []
    if (first !== undefined && last !== undefined && last < first)
      report.add(['waves', id, 'fieldwork'], {
        what: `waves.${id}.fieldwork ends before it begins`,
        value: `${first} to ${last}`,
        hint: 'write the first day first',
      })
    columns(report, id, wave, items.names)
    mapping(report, id, wave, items)
    values(report, id, wave, contract)
    slots(report, id, wave)
  }
}
