import { indexInText, type Page, to } from '../../book.ts'
import { allGroups, groupRows } from '../../group-sentences.ts'
import { isGroupShown, servedOf } from '../../group-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { Say } from '../Say.tsx'
import { GroupTable } from './GroupTable.tsx'
import { ServedTables } from './ServedTable.tsx'

/** The groups of an industry's customers, and whom its companies serve worse or better. Nothing where none is shown. */
export function GroupsOfIndustry({ page, id, name }: { page: Page; id: string; name: Name }) {
  const { words, view } = page
  const index = view.headline?.id ?? ''
  const rows = (view.groups.companies.get(index) ?? []).filter(
    ({ entity_id }) => view.present.get(entity_id)?.industry === id,
  )
  if (![...rows, ...allGroups(page, index, 'industry', id)].some(isGroupShown)) return null
  const { worse, better, compared } = servedOf(rows)
  return (
    <section id="groups">
      <h2>{words.groupsName}</h2>
      <p>
        <Say text={words.groupsServed(worse.length, better.length, compared, indexInText(page, index))} />{' '}
        <a href={to(page, { kind: 'groups' })}>{words.moreGroups}</a>
      </p>
      <ServedTables page={page} index={index} rows={rows} within />
      {view.groups.segments.map((segment) => (
        <GroupTable
          page={page}
          {...{ name, segment: segment.id, index }}
          rows={groupRows(page, segment.id, index, 'industry', id)}
        />
      ))}
    </section>
  )
}
