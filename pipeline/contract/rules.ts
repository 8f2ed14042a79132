/** What one key of study.yaml says about another: names that must exist, numbers that must fit. */
import { itemKind, type Kind, languageKind, waveKind } from './kinds.ts'
import { type Report, spoken } from './report.ts'
import { once, rises } from './rules-common.ts'
import { explainRules } from './rules-explain.ts'
import { waveRules } from './rules-wave.ts'
import type { Contract } from './schema.ts'
import type { Path } from './yaml-tree.ts'

type Text = Contract['title']

function uniqueIds(report: Report, path: Path, ids: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const id of ids) {
    const first = seen.get(id.toLowerCase())
    if (first === undefined) seen.set(id.toLowerCase(), id)
    else
      report.add([...path, id], {
        what: `${spoken(path)}: two ids differ only in capitals`,
        value: id,
        hint: `${first} is there already, and both become file names; rename one`,
      })
  }
}

function texts(report: Report, contract: Contract): void {
  const languages = languageKind(contract)
  const check = (path: Path, text: Text | undefined): void => {
    if (text === undefined || typeof text === 'string') return
    if (Object.keys(text).length === 0)
      report.add(path, { what: `${spoken(path)} has no text`, hint: 'write a text, or one per language' })
    for (const language of Object.keys(text)) report.known([...path, language], language, languages)
  }
  check(['title'], contract.title)
  for (const [id, { text }] of Object.entries(contract.items)) check(['items', id, 'text'], text)
  for (const [id, { label, why }] of Object.entries(contract.indices)) {
    check(['indices', id, 'label'], label)
    check(['indices', id, 'why'], why)
  }
  for (const part of ['touchpoints', 'segments', 'experiments'] as const)
    for (const [id, { label }] of Object.entries(contract[part])) check([part, id, 'label'], label)
  for (const part of ['segments', 'experiments'] as const)
    for (const [id, { categories }] of Object.entries(contract[part]))
      for (const [category, text] of Object.entries(categories ?? {}))
        check([part, id, 'categories', category], text)
  for (const [id, { mode }] of Object.entries(contract.waves)) check(['waves', id, 'mode'], mode)
}

function items(report: Report, contract: Contract): void {
  for (const [id, { scale, missing }] of Object.entries(contract.items)) {
    rises(report, ['items', id, 'scale'], scale)
    for (const code of Object.keys(missing)) {
      const number = code.trim() === '' ? Number.NaN : Number(code)
      if (code.trim() === '')
        report.add(['items', id, 'missing', code], {
          what: `items.${id}.missing: an empty code`,
          hint: 'write BLANK for the empty value',
        })
      if (number >= scale.min && number <= scale.max)
        report.add(['items', id, 'missing', code], {
          what: `items.${id}.missing: a code inside the scale`,
          value: code,
          hint: `${scale.min}-${scale.max} are answers; take the code out, or correct the scale`,
        })
    }
  }
}

function indices(report: Report, contract: Contract): void {
  const known = itemKind(contract)
  const waves = waveKind(contract)
  for (const [id, index] of Object.entries(contract.indices)) {
    const path = ['indices', id]
    index.items.forEach((item, i) => {
      report.known([...path, 'items', i], item, known)
      if (index.items.indexOf(item) < i)
        report.add([...path, 'items', i], {
          what: `indices.${id} names an item twice`,
          value: item,
          hint: 'remove one of them',
        })
    })
    const weighted = Object.keys(index.weights ?? {})
    const own: Kind = {
      noun: 'item of the index',
      nouns: 'items of the index',
      names: index.items,
      at: [...path, 'items'],
    }
    for (const item of weighted) report.known([...path, 'weights', item], item, own)
    const bare = index.weights === undefined ? [] : index.items.filter((item) => !weighted.includes(item))
    if (bare.length > 0)
      report.add([...path, 'weights'], {
        what: `indices.${id}.weights lacks items of the index`,
        value: bare.join(', '),
        hint: 'give every item of the index a weight, or none',
      })
    if (index.min_items !== undefined && index.min_items > index.items.length)
      report.add([...path, 'min_items'], {
        what: `indices.${id}.min_items is more than the index has items`,
        value: String(index.min_items),
        hint: `it has ${index.items.length}`,
      })
    index.base_period?.forEach((wave, i) => {
      report.known([...path, 'base_period', i], wave, waves)
    })
  }
}

function netPromoter(report: Report, contract: Contract): void {
  if (contract.net_promoter === undefined) return
  const { item } = contract.net_promoter
  const path = ['net_promoter', 'item']
  report.known(path, item, itemKind(contract))
  const { scale, reverse } = (Object.hasOwn(contract.items, item) ? contract.items[item] : undefined) ?? {}
  if (reverse)
    report.add(path, {
      what: 'net_promoter needs an item whose high answers are good',
      value: item,
      hint: 'it has reverse: true; name another item, or leave net_promoter out',
    })
  if (scale !== undefined && (scale.min !== 0 || scale.max !== 10))
    report.add(path, {
      what: 'net_promoter needs an item on the scale 0-10',
      value: item,
      hint: `its scale is ${scale.min}-${scale.max}; name another item, or leave net_promoter out`,
    })
}

function publication(report: Report, { publication: { minimum_n, minimum_shown } }: Contract): void {
  if (minimum_n >= minimum_shown || report.gaps.touch(['publication'])) return
  report.add(['publication', 'minimum_n'], {
    what: 'publication.minimum_n is less than minimum_shown',
    value: `${minimum_n} and ${minimum_shown}`,
    hint: `only a company that is shown can be ranked: raise minimum_n to ${minimum_shown}, or lower minimum_shown`,
  })
}

/** Everything in study.yaml that only shows when its parts are held against each other. */
export function rules(report: Report, contract: Contract): void {
  const needed = ['items', 'indices', 'waves'] as const
  for (const part of needed)
    if (Object.keys(contract[part]).length === 0)
      report.add([part], {
        what: `${part} must name at least one`,
        hint: `write one ${part === 'indices' ? 'index' : part.slice(0, -1)} below it`,
      })
  for (const part of [...needed, 'touchpoints', 'segments', 'experiments', 'variables'] as const)
    uniqueIds(report, [part], Object.keys(contract[part]))
  once(report, ['languages'], contract.languages, (language) => language.toLowerCase())
  texts(report, contract)
  items(report, contract)
  indices(report, contract)
  netPromoter(report, contract)
  publication(report, contract)
  explainRules(report, contract)
  waveRules(report, contract)
}
