/** study.yaml: the contract of the simulated study. */

import { indices, needItem, promoterItem } from './items.ts'
import { indexTexts, questions } from './questions.ts'
import { explainedText } from './study-explain.ts'
import { askedItems, type Wave } from './waves.ts'
import { flow, quoted, texts } from './yaml.ts'

type Item = ReturnType<typeof askedItems>[number]

const itemText = ({ id, min, max, reverse }: Item): string =>
  `  ${id}:\n${texts('    ', 'text', questions[id])}    scale: { min: ${min}, max: ${max} }\n${
    reverse ? '    reverse: true\n' : ''
  }    missing: { 97: not_applicable, 98: dont_know, 99: refused, BLANK: not_asked }\n`

function indexText([id, parts]: [string, readonly string[]], asked: readonly string[]): string {
  const headline = id === 'satisfaction' ? '    headline: true\n' : ''
  const items = parts.filter((item) => asked.includes(item)).join(', ')
  const { label, why } = indexTexts[id] ?? {}
  return `  ${id}:\n    items: [${items}]\n${texts('    ', 'label', label)}${texts('    ', 'why', why)}${headline}`
}

function waveText(wave: Wave, items: readonly Item[]): string {
  const { id, columns, itemColumns, delimiter, decimal, files, values, waveColumn } = wave
  const otherwise = items.flatMap((item): [string, string | null][] => {
    const column = itemColumns.get(item.id) ?? null
    return column === item.id ? [] : [[item.id, column]]
  })
  const meanings = Object.entries(values).flatMap(([key, meant]) => {
    const isThere = columns[key] !== undefined || itemColumns.has(key)
    return isThere ? [`      ${key}: ${flow(meant, quoted)}\n`] : []
  })
  const [file] = files
  return [
    `  "${id}":\n`,
    `    file: ${files.length === 1 ? file : `[${files.join(', ')}]`}\n`,
    `    fieldwork: [${id}-01-13, ${id}-03-02]\n`,
    '    mode: { nb: Nettpanel, en: Web panel }\n',
    `    columns: ${flow(columns)}\n`,
    otherwise.length === 0 ? '' : `    items: ${flow(Object.fromEntries(otherwise))}\n`,
    ...(meanings.length === 0 ? [] : ['    values:\n', ...meanings]),
    waveColumn === undefined ? '' : `    rows: { column: ${waveColumn}, equals: ${id} }\n`,
    delimiter === ',' ? '' : `    csv: { delimiter: ${quoted(delimiter)}, decimal: "${decimal}" }\n`,
  ].join('')
}

/** The text of study.yaml. */
export function studyText(waves: readonly Wave[]): string {
  const items = askedItems(waves)
  const asked = items.map(({ id }) => id)
  return `# An invented study: \`barometer simulate\` writes it. No company, person or answer in it is real.
id: demo
title: { nb: Det åpne kundebarometeret, en: The Open Customer Barometer }
publisher: { name: Institutt for oppdiktede målinger, url: "https://example.org", contact: barometer@example.org }
licence: CC-BY-4.0
languages: [nb, en]
synthetic: true

items:
${items.map(itemText).join('')}
indices:
${Object.entries(indices)
  .map((index) => indexText(index, asked))
  .join('')}
net_promoter: { item: ${promoterItem} }
need_met: ${needItem}
combined: { index: satisfaction, with: digital_relevance, share: 0.25 }

${explainedText()}
weighting: { base: weight }
design: { strata: stratum, cluster: respondent, single_unit_stratum: center, panel: false }
publication:
  minimum_n: 75
  minimum_shown: 30
  minimum_segment_n: 30
  aggregate: companies
  confidence: 0.95
  reply_days: 10

waves:
${waves.map((wave) => waveText(wave, items)).join('')}`
}
