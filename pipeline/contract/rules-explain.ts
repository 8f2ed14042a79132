/** Rules for weighting and design, and for the parts that explain scores. */
import { findCycle } from './cycle.ts'
import { indexKind, itemKind, type Kind, roleKind, touchpointKind } from './kinds.ts'
import type { Report } from './report.ts'
import { isInside, once, rises } from './rules-common.ts'
import type { Contract } from './schema.ts'
import type { Path } from './yaml-tree.ts'

interface Names {
  item: (path: Path, written: string) => void
  index: (path: Path, written: string) => void
  role: (path: Path, written: string) => void
}

function weighted(report: Report, { weighting, waves }: Contract, names: Names): void {
  const ownWeights = Object.values(waves).some(({ file }) =>
    [file].flat().some((path) => /\.z?sav$/i.test(path)),
  )
  if (weighting.base !== undefined && !(weighting.base === 'weight' && ownWeights))
    names.role(['weighting', 'base'], weighting.base)
  weighting.rake.forEach((role, i) => {
    names.role(['weighting', 'rake', i], role)
  })
  once(report, ['weighting', 'rake'], weighting.rake)
  if (weighting.level === 'rating' && weighting.rake.length > 0)
    report.add(['weighting', 'level'], {
      what: 'weighting.level rating forbids raking',
      value: weighting.rake.join(', '),
      hint: 'raking works on respondents: write `level: respondent`, or take rake out',
    })
  for (const key of ['trim', 'replicates'] as const)
    if (weighting.level === 'rating' && weighting[key] !== undefined)
      report.add(['weighting', key], {
        what: `weighting.level rating forbids ${key}`,
        hint: `it works on respondents: write \`level: respondent\`, or take ${key} out`,
      })
  const raked = weighting.rake.filter((role) =>
    Object.values(waves).some(({ columns }) => Object.hasOwn(columns, role)),
  )
  if (!report.gaps.touch(['waves']))
    for (const [id, { columns }] of Object.entries(waves))
      for (const role of raked)
        if (!Object.hasOwn(columns, role))
          report.add(['waves', id, 'columns'], {
            what: `waves.${id}.columns lacks a variable that weights are raked by`,
            value: role,
            hint: 'name its column, or take it out of weighting.rake',
          })
  const [low, high] = weighting.trim ?? [0, 1]
  if (low > 1 || high < 1 || low >= high)
    report.add(['weighting', 'trim'], {
      what: 'weighting.trim must hold the mean weight, 1, between its ends',
      value: `${low} to ${high}`,
      hint: 'multiples of the mean weight, smallest first: [0.2, 5]',
    })
}

function sampled(report: Report, { design, variables }: Contract, names: Names): void {
  if (design.strata !== undefined) names.role(['design', 'strata'], design.strata)
  names.role(['design', 'cluster'], design.cluster)
  for (const [role, { groups }] of Object.entries(variables)) {
    const path = ['variables', role]
    names.role(path, role)
    if (Object.keys(groups).length === 0)
      report.add([...path, 'groups'], {
        what: `variables.${role} has no groups`,
        hint: 'write them as { "18-29": [18, 29] }',
      })
    const ranges = Object.entries(groups).sort(([, a], [, b]) => a[0] - b[0])
    ranges.forEach(([group, [from, to]], i) => {
      const before = ranges[i - 1]
      if (to < from)
        report.add([...path, 'groups', group], {
          what: `variables.${role}: a group ends before it begins`,
          value: group,
          hint: 'write the lowest value first',
        })
      else if (before !== undefined && from <= before[1][1])
        report.add([...path, 'groups', group], {
          what: `variables.${role}: two groups overlap`,
          value: `${before[0]} and ${group}`,
          hint: 'a value belongs to one group',
        })
    })
  }
}

function structure(report: Report, { model }: Contract, names: Names): void {
  if (model === undefined) return
  const own = 'constructs' in model
  const part = own ? 'constructs' : 'items'
  const constructs = own ? model.constructs : model.items
  const owners = new Map<string, string>()
  for (const [construct, items] of Object.entries(constructs))
    items.forEach((item, i) => {
      names.item(['model', part, construct, i], item)
      const first = owners.get(item)
      owners.set(item, first ?? construct)
      if (first !== undefined)
        report.add(['model', part, construct, i], {
          what: 'model: an item in two places',
          value: item,
          hint: `${first} has it already; an item belongs to one construct, once`,
        })
    })
  if (!own) return
  const known: Kind = {
    noun: 'construct',
    nouns: 'constructs',
    names: Object.keys(constructs),
    at: ['model', 'constructs'],
  }
  model.paths.forEach((ends, i) => {
    for (const end of ends) report.known(['model', 'paths', i], end, known)
  })
  const arrows = model.paths.map((ends) => ends.join(' → '))
  once(report, ['model', 'paths'], arrows)
  const circle = findCycle(model.paths)
  if (circle !== undefined)
    report.add(['model', 'paths'], {
      what: 'model.paths goes in a circle',
      value: circle.join(' → '),
      hint: 'arrows lead from cause to effect; take one out',
    })
}

/** More have too many sets (METHOD.md §21). */
const mostDrivers = 15

function explained(report: Report, contract: Contract, names: Names): void {
  const { combined, touchpoints, need_met, drivers, segments } = contract
  if (combined !== undefined) {
    names.index(['combined', 'index'], combined.index)
    names.index(['combined', 'with'], combined.with)
    if (combined.index === combined.with)
      report.add(['combined', 'with'], {
        what: 'combined mixes an index with itself',
        value: combined.with,
        hint: 'name another index',
      })
  }
  for (const [id, { expected, experienced }] of Object.entries(touchpoints)) {
    names.item(['touchpoints', id, 'expected'], expected)
    names.item(['touchpoints', id, 'experienced'], experienced)
    if (expected === experienced)
      report.add(['touchpoints', id, 'experienced'], {
        what: `touchpoints.${id}: expected and experienced are one item`,
        value: experienced,
        hint: 'each is a question of its own',
      })
  }
  if (need_met !== undefined) names.item(['need_met'], need_met)
  if (drivers !== undefined) {
    names.index(['drivers', 'outcome'], drivers.outcome)
    drivers.of.forEach((index, i) => {
      names.index(['drivers', 'of', i], index)
      if (index === drivers.outcome)
        report.add(['drivers', 'of', i], {
          what: 'drivers: the outcome explains itself',
          value: index,
          hint: 'take it out of the list',
        })
    })
    once(report, ['drivers', 'of'], drivers.of)
    if (drivers.of.length > mostDrivers)
      report.add(['drivers', 'of'], {
        what: `drivers.of names more than ${mostDrivers} indices`,
        value: String(drivers.of.length),
        hint: 'every set of drivers is looked at, and of more than 15 there are too many: put similar ones into one index',
      })
  }
  for (const [id, { column }] of Object.entries(segments)) names.role(['segments', id, 'column'], column)
}

function believed(report: Report, contract: Contract, names: Names): void {
  const { beliefs } = contract
  if (beliefs === undefined) return
  const known = touchpointKind(contract)
  const { min, max } = beliefs.scale
  rises(report, ['beliefs', 'scale'], beliefs.scale)
  if (beliefs.superior !== undefined && (beliefs.superior < min || beliefs.superior > max))
    report.add(['beliefs', 'superior'], {
      what: 'beliefs.superior is off the scale',
      value: String(beliefs.superior),
      hint: `the scale is ${min}-${max}`,
    })
  if (!isInside(beliefs.file))
    report.add(['beliefs', 'file'], {
      what: 'beliefs.file lies outside the study folder',
      value: beliefs.file,
      hint: 'name a file inside it, without ..',
    })
  for (const [index, { items, priority }] of Object.entries(beliefs.indices)) {
    const path = ['beliefs', 'indices', index]
    names.index(path, index)
    once(report, [...path, 'items'], items)
    if (priority !== undefined && items.includes(priority))
      report.add([...path, 'priority'], {
        what: `beliefs.indices.${index}: the belief and its priority are one column`,
        value: priority,
        hint: 'each is a question of its own',
      })
  }
  for (const id of Object.keys(beliefs.touchpoints)) report.known(['beliefs', 'touchpoints', id], id, known)
}

/** What must hold between the parts that weigh and explain and the rest. */
export function explainRules(report: Report, contract: Contract): void {
  const [items, indices, roles] = [itemKind(contract), indexKind(contract), roleKind(contract)]
  const names: Names = {
    item: (path, written) => report.known(path, written, items),
    index: (path, written) => report.known(path, written, indices),
    role: (path, written) => {
      if (!report.gaps.swallow('waves')) report.known(path, written, roles)
    },
  }
  weighted(report, contract, names)
  sampled(report, contract, names)
  structure(report, contract, names)
  explained(report, contract, names)
  believed(report, contract, names)
}
