import { indexName, type Page, to } from '../../book.ts'
import { groupRows, segmentName } from '../../group-sentences.ts'
import { isGroupShown, servedOf } from '../../group-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { NameText, Say } from '../Say.tsx'
import { GroupTable } from './GroupTable.tsx'
import { ServedTables } from './ServedTable.tsx'

/** The groups of an industry's customers, and whom its companies serve worse or better. Nothing where none is shown. */
export function GroupsOfIndustry({ page, id, name }: { page: Page; id: string; name: Name }) {
  const { words, view } = page
  const index = view.headline?.id ?? ''
  const rows = (view.groups.companies.get(index) ?? []).filter(
    ({ entity_id }) => view.present.get(entity_id)?.industry === id,
  )
  const divisions = view.groups.segments.flatMap(({ id: segment }) => {
    const own = groupRows(page, segment, index, 'industry', id)
    return own.length === 0 ? [] : [{ segment, rows: own }]
  })
  if (![...rows, ...divisions.flatMap((one) => one.rows)].some(isGroupShown)) return null
  const { worse, better, compared } = servedOf(rows)
  return (
    <section id="groups">
      <h2>{words.groupsName}</h2>
      <p>
        <Say text={words.groupsServed(worse.length, better.length, compared, indexName(page, index))} />{' '}
        <a href={to(page, { kind: 'groups' })}>{words.moreGroups}</a>
      </p>
      <ServedTables page={page} index={index} rows={rows} within />
      {divisions.map(({ segment, rows: own }) => (
        <>
          <h3>
            <NameText {...segmentName(page, segment)} />
          </h3>
          <GroupTable page={page} {...{ name, segment, index, rows: own }} />
        </>
      ))}
    </section>
  )
}
