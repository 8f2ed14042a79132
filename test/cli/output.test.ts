import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { filesBelow } from './files.ts'
import { barometer, type Ended } from './run.ts'
import { companies, study } from './study.ts'
import { type Row, readCsv, readJson, readTyped, tableNames } from './tables.ts'

/** The columns that are promised; more may follow. */
const promised: Record<(typeof tableNames)[number], string> = {
  scores:
    'wave index level entity_id name industry_id n n_effective score se low high rank rank_low rank_high rank_in_industry rank_in_industry_low rank_in_industry_high change change_low change_high change_p change_p_adjusted change_verdict published reason',
  comparisons:
    'wave index company_a company_b difference low high p_value p_adjusted verdict shared_respondents',
  against_rest:
    'wave index industry_id company_id difference se df low high p_value p_adjusted p_adjusted_bh verdict',
  items: 'wave item company_id n mean score se low high n_dont_know n_refused n_not_asked',
  net_promoter: 'wave company_id n promoters passives detractors nps low high',
  distributions: 'wave item company_id answer n share low high',
  quality: 'wave item n_valid n_dont_know n_refused n_not_asked n_not_applicable',
  waves: 'wave respondents ratings straight_liners duplicates largest_weight smallest_weight design_effect',
  margins: 'wave variable category target n delivered weighted published reason',
  reliability:
    'wave index items n alpha alpha_standardised omega weakest_item weakest_correlation verdict published reason',
  comparability: 'wave index wave_before reason effect detail',
  corrections: 'wave company_id column action reason status corrections',
  history: 'wave index level entity_id name score n se low high source published reason',
  combined:
    'wave company_id n score rank score_combined rank_combined shift shift_low shift_high shift_places enters_top10 leaves_top10 published reason',
  top_ten:
    'wave index with share stated companies turnover entering leaving turnover_expected kendall_tau tau_low tau_high',
  experiments:
    'wave experiment index half_a half_b n_a n_b score_a score_b difference se low high p_value p_adjusted verdict published reason',
  gaps: 'wave company_id touchpoint channel n expected experienced gap low high expected_vs_rest experienced_vs_rest p_value p_adjusted diagnosis published reason',
  industry_gaps: 'wave level entity_id touchpoint n expected experienced gap low high published reason',
  journey:
    'wave company_id part value n experienced low high gap change beside_others p_value p_adjusted verdict published reason',
  need_met:
    'wave level entity_id basis served n_met n_unmet loyalty_met loyalty_unmet difference low high p_value p_adjusted published reason',
  beliefs:
    'wave company_id index role n_believers believed believed_superior customers_superior n_customers actual gap low high priority diagnosis published reason',
  beliefs_together:
    'wave index role companies believed actual gap low high companies_superior customers_superior published reason',
  segments:
    'wave level entity_id segment category index n score low high difference_from_rest difference_low difference_high published reason',
  segment_gaps:
    'wave level entity_id segment category touchpoint n expected experienced gap low high difference_from_rest published reason',
  served_worse: 'wave company_id segment index n compared worse share_compared share_worse published reason',
  drivers:
    'wave level entity_id driver n score importance importance_low importance_high penalty reward kind advice published reason',
  makes_up:
    'wave level entity_id failing with n_failed score_failed n_works score_works difference low high p_value p_adjusted verdict published reason',
  promise_effect:
    'wave level entity_id touchpoint n delivery expectation low high p_value p_adjusted verdict published reason',
}
const waves = ['2024', '2025']
const formulas = ['=cmd()|x', '@SUM(1)']

describe('what build writes', () => {
  const folder = folderWith({
    ...study({
      combined: { index: 'satisfaction', with: 'loyalty', share: 0.25 },
      touchpoints: { desk: { expected: 'a', experienced: 'b', owner: 'sales' } },
      need_met: 'a',
      experiments: { order: { column: 'stratum' } },
      segments: { kind: { column: 'stratum', categories: { n: 'North', s: 'South' } } },
      drivers: { outcome: 'satisfaction', of: ['loyalty'] },
    }),
    'companies.csv': companies.replace('Gamma', formulas[0] ?? '').replace('Epsilon', `"${formulas[1]}"`),
  })
  const out = join(folder, 'site')
  const data = (wave: string, file = '') => join(out, wave, 'data', file)
  let ended: Ended
  beforeAll(async () => {
    ended = await barometer(['build', folder, '--out', out])
  })

  it('ends with 0 and prints the address, and nothing else', () => {
    expect(ended).toEqual({ code: 0, stdout: `The site is built: ${join(out, 'index.html')}\n`, stderr: '' })
    expect(existsSync(join(out, 'index.html'))).toBe(true)
  })

  it('has every table in every format, and the files beside them', () => {
    const tables = tableNames.flatMap((name) =>
      ['arrow', 'csv', 'json', 'parquet'].map((end) => `${name}.${end}`),
    )
    const expected = [...tables, 'codebook.csv', 'datapackage.json', 'edition.duckdb'].sort()
    for (const wave of waves) expect(filesBelow(data(wave)).sort()).toEqual(expected)
  })

  it.each(tableNames)('describes exactly the columns of %s, the promised ones among them', (table) => {
    const header =
      readFileSync(data('2025', `${table}.csv`), 'utf8')
        .split('\n')[0]
        ?.split(',') ?? []
    expect(header).toEqual(expect.arrayContaining(promised[table].split(' ')))
    const described = readCsv(data('2025', 'codebook.csv')).filter((row) => row.table === table)
    expect(described.map(({ column }) => column)).toEqual(header)
    for (const { column, type, description } of described) {
      expect(description, column).toMatch(/\w{3}/)
      expect(type, column).toMatch(/\w/)
    }
    const descriptor = JSON.parse(readFileSync(data('2025', 'datapackage.json'), 'utf8'))
    const resource = descriptor.resources.find(({ name }: { name: string }) => name === table)
    expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(header)
    expect(readFileSync(data('2025', resource.path)).length).toBe(resource.bytes)
  })

  it('has no table in the codebook that is not there', () => {
    const named = new Set(readCsv(data('2025', 'codebook.csv')).map((row) => row.table))
    expect([...named].sort()).toEqual([...tableNames].sort())
  })

  it('keeps a name that looks like a formula, with an apostrophe in csv', async () => {
    const { json = [], parquet = [] } = await readTyped(data('2025'), 'scores')
    const names = (rows: readonly Row[]) => new Set(rows.map(({ name }) => name))
    const inCsv = new Set(readCsv(data('2025', 'scores.csv')).map(({ name }) => name))
    for (const formula of formulas) {
      expect(names(json)).toContain(formula)
      expect(names(parquet)).toContain(formula)
      expect(inCsv).toContain(`'${formula}`)
      expect(inCsv).not.toContain(formula)
    }
  })

  it('has computed rows of every wave in its own folder only', () => {
    const perhapsEmpty = [
      'history',
      'corrections',
      'margins',
      'comparability',
      'beliefs',
      'beliefs_together',
      'makes_up',
    ]
    for (const wave of waves)
      for (const table of tableNames.filter((name) => !perhapsEmpty.includes(name)))
        expect(new Set(readJson(data(wave, `${table}.json`)).map((row) => row.wave))).toEqual(new Set([wave]))
  })
})
