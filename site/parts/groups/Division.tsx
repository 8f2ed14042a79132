import type { PublicSegment } from '../../../pipeline/publication.ts'
import type { Page } from '../../book.ts'
import { groupRows, segmentName } from '../../group-sentences.ts'
import { named } from '../../sentence.ts'
import { NameText } from '../Say.tsx'
import { GroupFigure } from './GroupFigure.tsx'
import { GroupTable, OtherIndices } from './GroupTable.tsx'

/** One division of all customers: a chart and a table of the index that leads, and the other indices. */
export function Division({ page, segment: { id } }: { page: Page; segment: PublicSegment }) {
  const { words, view } = page
  const headline = view.headline?.id ?? ''
  const of = (index: string) => ({
    ...{ name: named(words.groupEveryone), segment: id, index },
    rows: groupRows(page, id, index, 'all', 'all'),
  })
  return (
    <section id={`by-${id}`}>
      <h2>
        <NameText {...segmentName(page, id)} />
      </h2>
      <GroupFigure page={page} {...of(headline)} />
      <GroupTable page={page} {...of(headline)} />
      <OtherIndices
        page={page}
        tables={view.indices.flatMap((index) => (index.id === headline ? [] : [of(index.id)]))}
      />
    </section>
  )
}
