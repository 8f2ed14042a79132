import type { BeliefTogetherRow } from '../../../pipeline/tables.ts'
import { roleName, togetherMissing, togetherOf } from '../../belief-sentences.ts'
import { everyone, isTogetherShown, roleVerdict, type ShownTogether } from '../../belief-verdicts.ts'
import { indexName, type Page } from '../../book.ts'
import { Estimate, estimateText } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { RoleFigure } from './RoleFigure.tsx'

function RoleVerdict({ page, row }: { page: Page; row: ShownTogether }) {
  const { words, book } = page
  const verdict = roleVerdict(row, book.study.confidence)
  if (verdict === undefined || row.role_difference === null) return <span class="quiet">–</span>
  const { role_difference: value, role_difference_low: low, role_difference_high: high } = row
  return (
    <span class={verdict === 'same' ? 'quiet' : 'who'}>
      {words.roleVerdict[verdict]}: {estimateText(page, value, low, high, true)}
    </span>
  )
}

function Figures({ page, row }: { page: Page; row: ShownTogether }) {
  const { words, format } = page
  const { companies_superior: companies, customers_superior: customers } = row
  return (
    <>
      <td data-label={words.believed}>
        <span class="score">
          <b>{format.score(row.believed)}</b>
        </span>
      </td>
      <td data-label={words.customersAnswer}>
        <span class="score">
          <b>{format.score(row.actual)}</b>
        </span>
      </td>
      <td data-label={words.beliefGap}>
        <Estimate page={page} value={row.gap} low={row.low} high={row.high} signed />
      </td>
      <td data-label={words.superiorTogether}>
        {companies === null || customers === null
          ? '–'
          : words.superiorCell(format.percent(companies), format.percent(customers))}
      </td>
      <td data-label={words.besideRoles}>
        <RoleVerdict page={page} row={row} />
      </td>
    </>
  )
}

function Roles({ page, index, rows }: { page: Page; index: string; rows: readonly BeliefTogetherRow[] }) {
  const { words, format, view } = page
  return (
    <table class="stack many">
      <caption>
        <Say text={words.rolesCaption(indexName(page, index), view.wave.id)} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.believed}</th>
          <th scope="col">{words.customersAnswer}</th>
          <th scope="col">{words.beliefGap}</th>
          <th scope="col">{words.superiorTogether}</th>
          <th scope="col">{words.besideRoles}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <NameText {...roleName(page, row.role)} />
              {row.published && (
                <span class="industry">
                  {words.peopleCount(format.count(row.n_believers))},{' '}
                  {words.companiesCount(format.count(row.companies))}
                </span>
              )}
            </th>
            {isTogetherShown(row) ? (
              <Figures page={page} row={row} />
            ) : (
              <td colSpan={5} class="missing">
                {togetherMissing(page, row)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What all companies together believe of an index, beside what customers answer, and whether the roles agree. */
export function Together({ page, index }: { page: Page; index: string }) {
  const { words, format, view, book } = page
  const rows = view.beliefs.together.get(index) ?? []
  if (rows.length === 0) return null
  const all = togetherOf(page, index)
  const shown = rows.filter(isTogetherShown)
  const verdicts = shown.flatMap((row) => roleVerdict(row, book.study.confidence) ?? [])
  const { companies_superior: companies = null, customers_superior: customers = null } = all ?? {}
  return (
    <section>
      <h2>
        <NameText {...indexName(page, index, true)} />
      </h2>
      {all !== undefined && (
        <p>
          <Say
            text={words.beliefsAre(
              format.count(all.n_believers),
              all.companies,
              format.score(all.believed),
              format.score(all.actual),
              estimateText(page, all.gap, all.low, all.high, true),
            )}
          />{' '}
          {companies !== null &&
            customers !== null &&
            words.togetherSuperior(
              format.percent(companies),
              format.percent(customers),
              percentRange(page, all.customers_superior_low, all.customers_superior_high),
            )}
        </p>
      )}
      {rows.some(({ role }) => role !== everyone) && (
        <>
          <h3>{words.rolesHead}</h3>
          <p>{words.rolesFound(verdicts.filter((verdict) => verdict !== 'same').length, verdicts.length)}</p>
        </>
      )}
      <RoleFigure page={page} index={index} rows={shown} />
      <Roles page={page} index={index} rows={rows} />
      {verdicts.length > 0 && (
        <p class="small">{words.rolesCount(format.confidence(1 - book.study.confidence))}</p>
      )}
    </section>
  )
}

/** `(7.1–9.3 per cent)`; nothing without limits. */
const percentRange = (page: Page, low: number | null, high: number | null): string =>
  low === null || high === null ? '' : ` (${page.words.percentPoints(page.format.range(low, high))})`
