import { describe, expect, it } from 'vitest'
import { mistakesIn } from '../support/mistakes.ts'

const study = `id: s
title: TODO the name
publisher: { name: P }
licence: CC0
items:
  a:
    text: "TODO: write it"
    scale: { min: 1, max: TODO 5 }
    missing: &codes
      6: TODO not_applicable
  b: { text: B, scale: { min: 1, max: 5 }, missing: *codes }
indices:
  sat: { items: [ b, TODO a ] }
net_promoter:
  item: TODO b
waves:
  TODO 2025:
    file: f.csv
    columns: { respondent: r, company: c }
    # TODO in a comment is no decision
    items: { b: TODOs }
`
const companies = 'company_id,name,industry\nA,Alfa,bank\nb,TODO,TODO bank\n,Gamma,bank\n'
const industries = 'industry_id,name\nbank,TODO Banks\n'

const told = (files: Readonly<Record<string, string>>): string[] =>
  mistakesIn(files).map(({ what, value, where }) => `${where}: ${what}: ${value}`)

describe('a value that starts with TODO', () => {
  it('is still to decide: all of them, each with its place, none with the mistakes that come from it', () => {
    const open = (place: string, value: string) => `${place}: still to decide: ${value}`
    expect(told({ 'study.yaml': study, 'companies.csv': companies, 'industries.csv': industries })).toEqual([
      open('study.yaml line 2', 'title: TODO the name'),
      open('study.yaml line 7', 'items: a: text: TODO: write it'),
      open('study.yaml line 8', 'items: a: scale: max: TODO 5'),
      open('study.yaml line 10', 'items: a: missing: 6: TODO not_applicable'),
      open('study.yaml line 13', 'indices: sat: items: TODO a'),
      open('study.yaml line 15', 'net_promoter: item: TODO b'),
      open('study.yaml line 17', 'waves: TODO 2025'),
      open('companies.csv line 3', 'name: TODO, industry: TODO bank'),
      'companies.csv line 4: not a possible company_id: undefined',
      open('industries.csv line 2', 'name: TODO Banks'),
    ])
  })

  it('is a decision once the word is gone', () => {
    const decided = (text: string) => text.replaceAll('TODO ', '').replace('"TODO: ', '"')
    const files = {
      'study.yaml': decided(study)
        .replace('  item: b', '  item: n')
        .replace('  b: {', '  n: { text: N, scale: { min: 0, max: 10 } }\n  b: {'),
      'companies.csv': 'company_id,name,industry\nA,Alfa,bank\n',
      'industries.csv': decided(industries),
    }
    expect(told(files)).toEqual([])
  })
})
