import type { BeliefRow } from '../../../pipeline/tables.ts'
import { beliefMissing, beliefRule, roleName, superiorSentence } from '../../belief-sentences.ts'
import { everyone, foundOf, isBehind, isBeliefShown, type ShownBelief } from '../../belief-verdicts.ts'
import { indexInText, indexName, type Page, to } from '../../book.ts'
import type { Name } from '../../sentence.ts'
import { rangeText } from '../../sentences.ts'
import { estimateText } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { BeliefTable } from './BeliefTable.tsx'
import { RoleFigure } from './RoleFigure.tsx'

/** What the company believes in one sentence, and what it looks like, with the rule. */
function Found({ page, row }: { page: Page; row: ShownBelief }) {
  const { words, format, book } = page
  const found = foundOf(row)
  const moved = found === 'does_not_act' || isBehind(row, book.study.confidence)
  const { improvement, improvement_low: low, improvement_high: high, since_wave: since, missing } = row
  return (
    <p>
      <Say
        text={words.beliefOwn(
          indexInText(page, row.index),
          format.score(row.believed),
          words.peopleAre(row.n_believers).replace(/^./u, (letter) => letter.toLocaleUpperCase(page.lang)),
          format.score(row.actual),
          estimateText(page, row.gap, row.low, row.high, true),
        )}
      />{' '}
      {found !== undefined && (
        <>
          <strong>{words.beliefIs[found]}.</strong> {beliefRule(page, row)}{' '}
        </>
      )}
      {moved && improvement !== null && since !== null && (
        <>
          {words.improvementIs(format.change(improvement), rangeText(page, low, high), since)}{' '}
          {missing !== null && missing > 0 && words.missingIs(format.score(missing))}
        </>
      )}
    </p>
  )
}

interface Props {
  page: Page
  index: string
  name: Name
  rows: readonly BeliefRow[]
}

function OfIndex({ page, index, name, rows }: Props) {
  const { words, view } = page
  const shown = rows.filter(isBeliefShown)
  const all = shown.find(({ role }) => role === everyone)
  return (
    <>
      <h3>
        <NameText {...indexName(page, index, true)} />
      </h3>
      {all !== undefined && <Found page={page} row={all} />}
      <RoleFigure page={page} index={index} rows={shown} company={rows[0]?.company_id ?? ''} />
      <BeliefTable
        page={page}
        caption={words.ownBeliefsCaption(name, indexName(page, index), view.wave.id)}
        head={words.role}
        rows={rows.map((row) => ({
          head: <NameText {...roleName(page, row.role)} />,
          row: isBeliefShown(row) ? row : beliefMissing(page, row),
        }))}
      />
    </>
  )
}

/** What the people of a company believe that its customers answer, role by role; nothing where they were not asked. */
export function BeliefsOfCompany({ page, id, name }: { page: Page; id: string; name: Name }) {
  const { words, view } = page
  const rows = view.beliefs.companies.get(id) ?? []
  const superior = superiorSentence(page)
  if (rows.length === 0) return null
  return (
    <section id="beliefs">
      <h2>{words.ownBeliefs}</h2>
      <p>
        {words.beliefsWhat} <a href={to(page, { kind: 'beliefs' })}>{words.moreBeliefs}</a>
      </p>
      {view.beliefs.indices.map((index) => {
        const own = rows.filter((row) => row.index === index)
        return own.length > 0 && <OfIndex page={page} index={index} name={name} rows={own} />
      })}
      <p class="small">
        {words.beliefsUnsure} {superior}
      </p>
    </section>
  )
}
