import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { studyJsonSchema } from '../../pipeline/contract/json-schema.ts'
import { loadStudy } from '../../pipeline/contract/load.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const example = (name: string): string | undefined =>
  existsSync(path(`example/${name}`)) ? readFileSync(path(`example/${name}`), 'utf8') : undefined

const minimal = `
id: s
title: T
publisher: { name: P }
licence: CC0
items:
  a: { text: A, scale: { min: 1, max: 10 } }
  b: { text: B, scale: { min: 1, max: 10 } }
indices:
  digital_relevance: { items: [a, b] }
  other: { items: [b] }
waves:
  w10: { file: b.csv, columns: { respondent: r, company: c } }
  w2: { file: a.csv, columns: { respondent: r, company: c }, items: { a: null, b: 07 } }
`
const registers = 'company_id,name,industry\nA,Alfa,bank\n'

function load(yaml: string, companies = registers, industries?: string) {
  const files: Record<string, string | undefined> = {
    'study.yaml': yaml,
    'companies.csv': companies,
    'industries.csv': industries,
  }
  return loadStudy((name) => files[name])
}

describe('the example with every key', () => {
  const study = loadStudy(example)

  it('has its texts in every language', () => {
    expect(study.id).toBe('example')
    expect(study.title).toEqual({ nb: 'Eksempelbarometeret', en: 'The Example Barometer' })
    expect(study.publisher).toEqual({
      name: 'Example Institute',
      url: 'https://example.org',
      contact: 'index@example.org',
    })
    expect(study.licence).toBe('CC-BY-4.0')
    expect(study.languages).toEqual(['nb', 'en'])
    expect(study.synthetic).toBe(false)
  })

  it('has its items', () => {
    expect(study.items.map(({ id }) => id).join(' ')).toBe(
      'sat_overall sat_expect sat_ideal repurchase rec advice_fits offers_new recognised works more broken im1 im2 need exp_web per_web',
    )
    expect(study.items[0]).toEqual({
      id: 'sat_overall',
      text: { nb: 'Hvor fornøyd er du alt i alt?', en: 'How satisfied are you, all in all?' },
      scale: { min: 1, max: 10 },
      reverse: false,
      missing: { 97: 'not_applicable', 98: 'dont_know', 99: 'refused', BLANK: 'not_asked' },
    })
    expect(study.items[10]).toEqual({
      id: 'broken',
      text: { nb: 'They break promises', en: 'They break promises' },
      scale: { min: 1, max: 10 },
      reverse: true,
      missing: { BLANK: 'not_asked' },
    })
  })

  it('has its indices', () => {
    expect(study.indices.slice(0, 3)).toEqual([
      {
        id: 'satisfaction',
        label: { nb: 'Tilfredshet', en: 'Satisfaction' },
        why: { nb: 'It comes first', en: 'It comes first' },
        items: [
          { item: 'sat_overall', weight: 1 },
          { item: 'sat_expect', weight: 1 },
          { item: 'sat_ideal', weight: 1 },
        ],
        min_items: undefined,
        headline: false,
      },
      {
        id: 'loyalty',
        label: { nb: 'Loyalty', en: 'Loyalty' },
        items: [
          { item: 'repurchase', weight: 2 },
          { item: 'rec', weight: 1 },
        ],
        min_items: undefined,
        headline: false,
      },
      {
        id: 'digital_relevance',
        label: { nb: 'Digital relevance', en: 'Digital relevance' },
        items: [
          { item: 'advice_fits', weight: 1 },
          { item: 'offers_new', weight: 1 },
          { item: 'recognised', weight: 1 },
        ],
        min_items: 2,
        headline: true,
        author: 'Ada',
        checked_by: 'Bo',
        next_review: '2027',
      },
    ])
    expect(study.indices.length).toBe(6)
    expect(study.net_promoter).toBe('rec')
  })

  it('has its weighting, design and publication', () => {
    expect(study.weighting).toEqual({
      ...{ base: 'weight', rake: ['age', 'gender', 'region'], trim: [0.2, 5], level: 'respondent' },
    })
    expect(study.design).toEqual({ strata: 'stratum', single_unit_stratum: 'center', panel: false })
    expect(study.publication).toEqual({
      minimum_n: 75,
      minimum_shown: 30,
      minimum_segment_n: 30,
      aggregate: 'companies',
      confidence: 0.95,
    })
    expect(study.unmatched).toBe('error')
  })

  it('has its waves in order of fieldwork', () => {
    expect(study.waves.map(({ id }) => id)).toEqual(['2025', '2026'])
    const [first, second] = study.waves
    const items = first?.items ?? {}
    expect({ ...first, items: undefined }).toEqual({
      id: '2025',
      at: { file: 'study.yaml', line: 80 },
      files: ['raw/2025.csv'],
      fieldwork: ['2025-01-10', '2025-03-02'],
      mode: 'web panel',
      columns: {
        respondent: 'resp_id',
        company: 'company_{slot}',
        weight: 'w',
        stratum: 'source',
        age: 'age',
        gender: 'sex',
        region: 'region',
        persona: 'type',
      },
      values: { gender: { 1: 'M', 2: 'F' }, sat_overall: { '10 Very good': '10' } },
      rows: { column: 'year', equals: '2025' },
      slots: ['1', '2', '3', '4'],
      csv: { delimiter: ';', encoding: 'latin-1', decimal: ',', header_rows: 2 },
    })
    expect(Object.keys(items).length).toBe(16)
    expect([items.sat_overall, items.rec, items.recognised]).toEqual(['q1', 'rec', 'recognised'])
    expect(second?.files).toEqual(['raw/2026-a.sav', 'raw/2026-b.sav'])
    expect(second?.csv).toEqual({ decimal: '.', header_rows: 1 })
    expect([second?.items.sat_overall, second?.items.recognised]).toEqual(['sat_overall', null])
  })

  it('has its registers', () => {
    expect(study.companies).toEqual([
      {
        id: 'nord',
        name: 'Nordbanken',
        industry: 'bank',
        codes: [
          { code: '28', wave: undefined },
          { code: '1', wave: '2026' },
        ],
        homepage: 'https://nord.example',
        share: 0.6,
        publish: true,
      },
      {
        id: 'sor',
        name: 'Sør & Sønner "Bank" <b>',
        industry: 'bank',
        codes: [
          { code: '1', wave: '2025' },
          { code: 'Sør', wave: undefined },
        ],
        valid_from: '2012',
        valid_to: '2025',
        successor: 'nord',
        share: 0.4,
        publish: false,
      },
      { id: 'tele', name: 'Tele', industry: 'telecom', codes: [], share: undefined, publish: true },
    ])
    expect(study.industries).toEqual([
      { id: 'bank', name: { nb: 'Banker', en: 'Banks' } },
      { id: 'telecom', name: { nb: 'Telekom', en: 'Telekom' } },
    ])
  })

  it('has the beliefs of its companies, an empty cell being no answer', () => {
    const of = (wave: string, company: string, role: string, answers: Record<string, number>) => ({
      ...{ wave, company, role, answers: new Map(Object.entries(answers)) },
    })
    expect(study.beliefs).toEqual([
      of('2025', 'nord', 'manager', { b1: 9, p1: 8, i_web: 7 }),
      of('2025', 'nord', 'service', { p1: 10 }),
      of('2026', 'tele', 'manager', { b1: 1, i_web: 10 }),
    ])
  })

  it('says what is not yet computed', () => {
    expect(study.not_yet_computed).toEqual([
      'indices.digital_relevance.method (pls): not yet computed; the index is computed as a mean',
      'model (image, satisfaction): not yet computed',
    ])
    expect(loadStudy(example, () => true).not_yet_computed.slice(-2)).toEqual([
      'model (image, satisfaction): not yet computed',
      'replies/: not yet read; replies are not printed',
    ])
  })

  it('says what cannot be read yet, with its line', () => {
    const lines = example('study.yaml')?.split('\n') ?? []
    const line = lines.findIndex((text) => text.trim().startsWith('file: [raw/2026-a.sav')) + 1
    const format = {
      what: 'files of this format cannot be read yet',
      hint: 'save it as one of .csv, .csv.gz, .parquet, .arrow, .json for now',
      where: `study.yaml line ${line}`,
      at: { file: 'study.yaml', line },
      wave: '2026',
    }
    expect(study.not_yet_readable).toEqual([
      { ...format, value: 'raw/2026-a.sav' },
      { ...format, value: 'raw/2026-b.sav' },
    ])
  })

  it('keeps the whole contract for later stations', () => {
    expect(study.contract.weighting).toEqual({
      base: 'weight',
      rake: ['age', 'gender', 'region'],
      trim: [0.2, 5],
      level: 'respondent',
    })
    expect(study.contract.design.cluster).toBe('respondent')
    expect(study.contract.publication).toMatchObject({ minimum_segment_n: 30, reply_days: 10 })
    expect(study.contract.indices.digital_relevance).toMatchObject({ method: 'pls', base_period: ['2025'] })
    expect(study.contract.waves['2025']?.slots).toEqual(['1', '2', '3', '4'])
    expect(study.contract.touchpoints).toEqual({
      website: {
        label: 'Website',
        channel: 'digital',
        owner: 'it',
        step: 'find',
        expected: 'exp_web',
        experienced: 'per_web',
      },
    })
    expect(study.contract.segments.persona?.categories).toEqual({ 1: { nb: 'Forsiktig', en: 'Careful' } })
    expect(study.contract.model).toEqual({
      constructs: { image: ['im1', 'im2'], satisfaction: ['sat_overall', 'sat_expect', 'sat_ideal'] },
      paths: [['image', 'satisfaction']],
      scheme: 'path',
    })
  })
})

describe('defaults', () => {
  it('fill in what is left out', () => {
    const study = load(minimal)
    expect(study.languages).toEqual(['en'])
    expect(study.weighting).toEqual({ base: 'weight', rake: [], level: 'respondent' })
    expect(study.design).toEqual({ single_unit_stratum: 'center', panel: false })
    expect(study.publication.minimum_n).toBe(75)
    expect([study.not_yet_computed, study.not_yet_readable]).toEqual([[], []])
    expect(study.industries).toEqual([{ id: 'bank', name: { en: 'bank' } }])
    expect(study.net_promoter).toBeUndefined()
  })
  it('make the first index the headline, unless one is named', () => {
    const headlines = (yaml: string): boolean[] => load(yaml).indices.map(({ headline }) => headline)
    expect(headlines(minimal)).toEqual([true, false])
    expect(headlines(minimal.replace('{ items: [b] }', '{ items: [b], headline: true }'))).toEqual([
      false,
      true,
    ])
  })
  it('order waves without fieldwork naturally', () => {
    const { waves } = load(minimal)
    expect(waves.map(({ id }) => id)).toEqual(['w2', 'w10'])
    expect(waves[0]?.items).toEqual({ a: null, b: '07' })
  })
  it('fall back to the first language given', () => {
    const study = load(minimal.replace('title: T', 'title: { en: E, nb: N }\nlanguages: [sv, nb, en]'))
    expect(study.title).toEqual({ sv: 'N', nb: 'N', en: 'E' })
  })
})

describe('forms of writing', () => {
  it('reads anchors, BOM and CRLF', () => {
    const anchored = minimal
      .replace('{ min: 1, max: 10 } }', '&s { min: 1, max: 10 }, missing: &m { 97: refused } }')
      .replace('text: B, scale: { min: 1, max: 10 }', 'text: B, scale: *s, missing: *m')
    const study = load(
      `\uFEFF${anchored.replaceAll('\n', '\r\n')}`,
      '\uFEFFcompany_id,name,industry\r\n\r\nA,Alfa,bank\r\n,,\r\n',
    )
    expect(study.items[1]?.missing).toEqual({ BLANK: 'not_asked', 97: 'refused' })
    expect(study.companies).toEqual([
      { id: 'A', name: 'Alfa', industry: 'bank', codes: [], share: undefined, publish: true },
    ])
  })
  it('reads a ready-made model and a weight that lies in a .sav file', () => {
    const study = load(
      `${minimal.replace('a.csv', 'a.sav')}model: { name: ecsi, items: { image: [a], loyalty: [b] } }\nweighting: { base: weight }\n`,
    )
    expect(study.contract.model).toEqual({
      name: 'ecsi',
      items: { image: ['a'], loyalty: ['b'] },
      scheme: 'path',
    })
    expect(study.not_yet_computed).toEqual(['model (ecsi): not yet computed'])
  })
  it('keeps hostile names and codes with a colon as they are', () => {
    const name = `<script>alert("1")</script> 'אבג' ${'x'.repeat(80)}`
    const study = load(
      minimal,
      `company_id,name,industry,codes\nA,"${name.replaceAll('"', '""')}",bank,w2:5|x:y|w2:\n`,
    )
    expect(study.companies[0]?.name).toBe(name)
    expect(study.companies[0]?.codes).toEqual([
      { code: '5', wave: 'w2' },
      { code: 'x:y', wave: undefined },
      { code: 'w2:', wave: undefined },
    ])
  })
})

describe('what cannot be read yet', () => {
  it.each(['sav', 'zsav', 'xlsx', 'csv.zip'])('are files of .%s', (ending) => {
    const { not_yet_readable } = load(
      minimal.replace('a.csv', `[a.CSV, a.csv.gz, a.parquet, a.arrow, a.json, a.${ending}]`),
    )
    expect(not_yet_readable).toMatchObject([
      { value: `a.${ending}`, where: 'study.yaml line 14', wave: 'w2' },
    ])
  })
})

describe('names that every object has', () => {
  it('are read as they are where they come from the files', () => {
    const study = load(
      minimal
        .replace('respondent: r', 'respondent: constructor')
        .replace('a: { text: A,', 'a: { text: A, missing: { toString: refused },')
        .replace('b: 07 }', 'b: __proto__ }, values: { b: { constructor: 5, hasOwnProperty: BLANK } }'),
    )
    expect(study.items[0]?.missing).toEqual({ BLANK: 'not_asked', toString: 'refused' })
    expect(study.waves[1]?.columns.respondent).toBe('constructor')
    expect(study.waves[0]?.items).toEqual({ a: null, b: '__proto__' })
    expect(Object.entries(study.waves[0]?.values.b ?? {})).toEqual([
      ['constructor', '5'],
      ['hasOwnProperty', 'BLANK'],
    ])
  })
})

it('has a current JSON Schema', () => {
  const written = readFileSync(path('../../schema/study.schema.json'), 'utf8')
  expect(written, 'run `npx tsx schema/write.ts`').toBe(`${JSON.stringify(studyJsonSchema(), null, 2)}\n`)
})
