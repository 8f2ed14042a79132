/** The parts of study.yaml that explain scores: touchpoints, drivers, segments, beliefs, experiments, variables. */
import { beliefScale, believed, intendedItem, superior } from './beliefs.ts'
import { drivers } from './drivers.ts'
import { driverIndex } from './items.ts'
import { ageGroups, halves } from './population.ts'
import { type Segment, segments } from './segments.ts'
import { touchpointTexts } from './touchpoint-texts.ts'
import { expectedItem, experiencedItem, type Touchpoint, touchpoints } from './touchpoints.ts'
import { flow, inline, quoted } from './yaml.ts'

function touchpointText(touchpoint: Touchpoint): string {
  const { id, channel, owner, step } = touchpoint
  const label = touchpointTexts[id]?.label ?? { nb: id, en: id }
  const keys = {
    channel,
    owner,
    step,
    expected: expectedItem(touchpoint),
    experienced: experiencedItem(touchpoint),
  }
  return `  ${id}: ${flow({ label: inline(label), ...keys })}\n`
}

function segmentText({ id, label, categories }: Segment): string {
  const named = categories.flatMap((category) =>
    category.label === undefined ? [] : [`      ${quoted(category.id)}: ${inline(category.label)}\n`],
  )
  const list = named.length === 0 ? '' : `    categories:\n${named.join('')}`
  return `  ${id}:\n    label: ${inline(label)}\n    column: ${id}\n${list}`
}

const beliefsText = `beliefs:
  file: beliefs.csv
  scale: { min: ${beliefScale.min}, max: ${beliefScale.max} }
  superior: ${superior}
  indices:
${Object.entries(believed)
  .map(([id, { item, priority }]) => `    ${id}: { items: [${item}], priority: ${priority} }\n`)
  .join('')}  touchpoints:
${touchpoints.map((touchpoint) => `    ${touchpoint.id}: { intended: ${intendedItem(touchpoint)} }\n`).join('')}`

const groupsText = ageGroups
  .map(
    ({ name, from, to }, place) => `${quoted(name)}: [${from}, ${place === ageGroups.length - 1 ? 120 : to}]`,
  )
  .join(', ')

/** The text of these parts. */
export const explainedText = (): string => `touchpoints:
${touchpoints.map(touchpointText).join('')}
drivers: { outcome: satisfaction, of: [${drivers.map((driver) => driverIndex[driver]).join(', ')}] }

segments:
${segments.map(segmentText).join('')}
${beliefsText}
experiments:
  digital_first:
    column: half
    label: ${inline({ nb: 'De digitale spørsmålene først eller sist', en: 'The digital questions first or last' })}
    categories:
${halves.map(({ name, label }) => `      ${quoted(name)}: ${inline(label)}\n`).join('')}
variables:
  age: { groups: { ${groupsText} } }
`
