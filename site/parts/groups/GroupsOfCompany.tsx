import { type Page, to } from '../../book.ts'
import { allGroups, groupRows, segmentName } from '../../group-sentences.ts'
import { isGroupShown, isShareShown } from '../../group-verdicts.ts'
import { key } from '../../rows.ts'
import type { Name } from '../../sentence.ts'
import { has } from '../../view.ts'
import { NameText, Say } from '../Say.tsx'
import { GroupTable, OtherIndices } from './GroupTable.tsx'
import { servedNames } from './ServedShares.tsx'

interface Props {
  page: Page
  id: string
  name: Name
}

/** How many of the company's customers are in groups that it serves worse, or better, than its industry does. */
function Share({ page, id, segment }: { page: Page; id: string; segment: string }) {
  const { words, format, view } = page
  const row = view.groups.served.get(key(segment, view.headline?.id ?? '', id))
  if (row === undefined || !isShareShown(row)) return <p>{words.ownShareUnknown}</p>
  const { share_worse: worse, share_better: better, share_compared: compared } = row
  const quoted = (served: 'worse' | 'better') =>
    words.list(servedNames(page, row, served).map((name) => words.quoted(name)))
  return (
    <p>
      {worse > 0 && (
        <>
          <Say text={words.ownShareWorse(format.percent(worse), quoted('worse'))} />{' '}
        </>
      )}
      {better > 0 && (
        <>
          <Say text={words.ownShareBetter(format.percent(better), quoted('better'))} />{' '}
        </>
      )}
      {worse === 0 && better === 0 && `${words.ownShareNone(row.compared)} `}
      {Math.round(compared) < 100 && words.ownShareCompared(format.percent(compared))}
    </p>
  )
}

/** One division of a company's customers; nothing where it has no rows. */
function Division({ page, id, name, segment }: Props & { segment: string }) {
  const { view } = page
  const headline = view.headline?.id ?? ''
  const of = (index: string) => ({
    ...{ name, segment, index },
    rows: groupRows(page, segment, index, 'company', id),
  })
  const own = of(headline)
  const others = view.indices.flatMap((index) => (index.id === headline ? [] : [of(index.id)]))
  if ([own, ...others].every(({ rows }) => rows.length === 0)) return null
  return (
    <>
      <h3>
        <NameText {...segmentName(page, segment)} />
      </h3>
      {own.rows.some(isGroupShown) && <Share page={page} id={id} segment={segment} />}
      <GroupTable page={page} {...own} />
      <OtherIndices page={page} tables={others} />
    </>
  )
}

const rowsOf = (page: Page, id: string) =>
  page.view.indices.flatMap((index) => allGroups(page, index.id, 'company', id))

/** Whether a company's page has a part on groups. */
export const tellsGroupsOf = (page: Page, id: string): boolean =>
  has(page.view, { kind: 'groups' }) && rowsOf(page, id).length > 0

/** The groups of a company's customers, beside its other customers and beside the industry. Nothing where it has none. */
export function GroupsOfCompany({ page, id, name }: Props) {
  const { words, view } = page
  if (!tellsGroupsOf(page, id)) return null
  const shown = rowsOf(page, id).some(isGroupShown)
  return (
    <section id="groups">
      <h2>{words.groupsName}</h2>
      <p>
        {shown ? words.ownGroupsWhat : words.ownGroupsNothing}{' '}
        <a href={to(page, { kind: 'groups' })}>{words.moreGroups}</a>
      </p>
      {shown &&
        view.groups.segments.map((segment) => <Division {...{ page, id, name, segment: segment.id }} />)}
    </section>
  )
}
