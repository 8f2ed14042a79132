import { type Page, to } from '../../book.ts'
import { mindSentences, touchpointName } from '../../gap-sentences.ts'
import { causes, type Diagnosed, diagnosesOf, reachesIntended } from '../../gap-verdicts.ts'
import { key } from '../../rows.ts'
import type { Name } from '../../sentence.ts'
import { sameSide } from '../../sentences.ts'
import { estimateText } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { CompanyGaps } from './CompanyGaps.tsx'
import { GapFigure } from './GapFigure.tsx'
import { OwnJourney } from './OwnJourney.tsx'
import { OwnNeeds } from './OwnNeeds.tsx'
import { Steps } from './Steps.tsx'

/** One diagnosis: how much worse, and beside what. */
function At({ page, row }: { page: Page; row: Diagnosed }) {
  const { words, format, book } = page
  const gap = row.gap_vs_rest ?? 0
  const { expected_vs_rest: expected, experienced_vs_rest: experienced } = row
  return (
    <li>
      <Say
        text={words.diagnosedAt(
          touchpointName(page, row.touchpoint),
          format.score(Math.abs(gap)),
          format.range(...sameSide(gap, row.gap_vs_rest_low ?? gap, row.gap_vs_rest_high ?? gap)),
        )}
      />{' '}
      {expected !== null &&
        experienced !== null &&
        words.diagnosedBy(
          estimateText(page, expected, row.expected_vs_rest_low, row.expected_vs_rest_high, true),
          estimateText(page, experienced, row.experienced_vs_rest_low, row.experienced_vs_rest_high, true),
        )}
      {reachesIntended(row, book.study.confidence) && ` ${words.causeIntended}`}
    </li>
  )
}

/** What the diagnoses of a company look like, each kind with its rule once. */
const Found = ({ page, found }: { page: Page; found: readonly Diagnosed[] }) => (
  <>
    {causes.map((cause) => {
      const rows = found.filter(({ diagnosis }) => diagnosis === cause)
      return (
        rows.length > 0 && (
          <>
            <p>
              <strong>{page.words.causeIs[cause]}.</strong> {page.words.causeRule[cause]}
            </p>
            <ul>
              {rows.map((row) => (
                <At page={page} row={row} />
              ))}
            </ul>
          </>
        )
      )
    })}
  </>
)

interface Props {
  page: Page
  id: string
  name: Name
  industry: string
}

function Touchpoints({ page, id, name, industry }: Props) {
  const { words, view } = page
  const rows = view.gaps.companies.get(id) ?? []
  if (rows.length === 0) return null
  const { compared, found } = diagnosesOf(rows)
  return (
    <section id="gaps">
      <h2>{words.gapsName}</h2>
      <p>
        {words.ownDiagnoses(found.length, compared)} {words.gapShort}{' '}
        <a href={to(page, { kind: 'gaps' })}>{words.moreGaps}</a>
      </p>
      <Found page={page} found={found} />
      <GapFigure
        page={page}
        id="own-gaps"
        name={name}
        rows={rows}
        beside={view.gaps.groups.get(key('industry', industry)) ?? []}
      />
      <CompanyGaps page={page} name={name} rows={rows} />
      <p class="small">
        {mindSentences(page, rows).map((sentence) => (
          <>
            <Say text={sentence} />{' '}
          </>
        ))}
        <a href={`${to(page, { kind: 'gaps' })}#asked`}>{words.basisHead}</a>
      </p>
      <OwnJourney page={page} name={name} rows={view.gaps.journey.get(id) ?? []} />
      <Steps page={page} company={id} name={name} />
    </section>
  )
}

/** What customers of a company expected and got at its touchpoints, along their journey, and whether their need was met. */
export const GapsOfCompany = (props: Props) => (
  <>
    <Touchpoints {...props} />
    <OwnNeeds page={props.page} level="company" id={props.id} name={props.name} />
  </>
)
