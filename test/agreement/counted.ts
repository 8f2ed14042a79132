/** Which companies count where their ratings are pooled (METHOD.md §22). */

interface Member {
  published: boolean
  n: number
}

/**
 * The shown ones, those with enough ratings, which are no secret though they do not vary, and the others where two or more of
 * them have ratings, and enough together.
 */
export function countedTogether<One extends Member>(members: readonly One[], least: number): One[] {
  const open = ({ published, n }: Member) => published || n >= Math.max(2, least)
  const hidden = members.filter((one) => !open(one) && one.n > 0)
  const together = hidden.reduce((sum, { n }) => sum + n, 0)
  return hidden.length > 1 && together >= least ? [...members] : members.filter(open)
}

/** Those that count in an industry, and in all: these are made from the industries. `standing`: of several companies pooled. */
export function countedIn<One extends Member & { id: string; industry: string | null }>(
  companies: readonly One[],
  standing: (ids: readonly string[]) => Member,
  least: number,
): { industry: (id: string) => One[]; all: One[] } {
  const industry = (id: string) =>
    countedTogether(
      companies.filter((one) => one.industry === id),
      least,
    )
  const industries = [...new Set(companies.map((one) => one.industry ?? ''))].map((id) => {
    const members = industry(id)
    return { members, ...standing(members.map((one) => one.id)) }
  })
  return { industry, all: countedTogether(industries, least).flatMap(({ members }) => members) }
}
