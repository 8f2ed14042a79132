import type { Page } from '../../book.ts'
import { isGroupShown } from '../../group-verdicts.ts'

/** What is not shown of groups of customers, how much it is, and why. */
export function Withheld({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const needed = format.count(book.study.minimum_segment_n)
  const rows = [...view.groups.companies.values()].flat()
  const hidden = rows.filter((row) => !isGroupShown(row))
  const of = (reason: (typeof rows)[number]['reason']) => hidden.filter((row) => row.reason === reason).length
  const counts = { few: of('too_few_ratings'), reveal: of('would_reveal_others'), same: of('no_variation') }
  return (
    <section id="withheld">
      <h2>{words.withheldHead}</h2>
      <p>
        {words.withheldWhat(needed)}{' '}
        {rows.length > 0 && words.withheldAre(rows.length - hidden.length, counts)}
      </p>
      <p class="small">{words.notComparedWhy}</p>
    </section>
  )
}
