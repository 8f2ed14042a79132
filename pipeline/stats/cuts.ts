/** What follows from sums of unknowns, each of which is in two sums. */

export interface Edge {
  a: number
  b: number
}

/** Edges that separate some vertices from the rest, by position; `alike`: all meet those vertices with the same end, a or b. */
export interface Cut {
  edges: readonly number[]
  alike: boolean
}

/** Each vertex behind the one that it was reached from; vertices by the order in which they were reached. */
function forest(size: number, neighbours: (vertex: number) => readonly number[], deep: boolean) {
  const parent = new Array<number>(size).fill(-1)
  const seen = new Array<boolean>(size).fill(false)
  const order: number[] = []
  for (let root = 0; root < size; root++) {
    const waiting = [{ vertex: root, from: -1 }]
    for (let at = 0; at < waiting.length; ) {
      const next = deep ? waiting.pop() : waiting[at++]
      if (next === undefined || seen[next.vertex]) continue
      seen[next.vertex] = true
      parent[next.vertex] = next.from
      order.push(next.vertex)
      for (const vertex of neighbours(next.vertex))
        if (!seen[vertex]) waiting.push({ vertex, from: next.vertex })
    }
  }
  return { parent, order }
}

/**
 * A cut for each edge of two spanning forests, a deep and a broad one: the edges between the vertices behind it and all others.
 * Where every vertex but vertex 0 knows the sum of its edges, each of which goes from a vertex of one kind (a) to one of another (b),
 * the sum of the vertices of one kind behind an edge minus that of the other kind is the sum of the edges of the cut, where they
 * are alike. So a cut of one edge, a bridge, gives its value, and no other edge has a value that follows; every sum of edges that
 * follows is a combination of these cuts, of which not all are tried. Vertices are 0 … size − 1. O(size · edges).
 * Source: Gusfield 1988, SIAM J. Computing 17, 552-571, on sums of two-way tables.
 */
export function fundamentalCuts(size: number, edges: readonly Edge[]): Cut[] {
  const touching: { edge: number; to: number }[][] = Array.from({ length: size }, () => [])
  for (const [edge, { a, b }] of edges.entries()) {
    touching[a]?.push({ edge, to: b })
    touching[b]?.push({ edge, to: a })
  }
  const neighbours = (vertex: number) => (touching[vertex] ?? []).map(({ to }) => to)
  return [true, false].flatMap((deep) => {
    const { parent, order } = forest(size, neighbours, deep)
    return order.flatMap((vertex, at): Cut[] => {
      if (parent[vertex] === -1) return []
      const behind = new Set([vertex])
      for (const other of order.slice(at + 1)) if (behind.has(parent[other] ?? -1)) behind.add(other)
      const crossing = [...behind].flatMap((inside) =>
        (touching[inside] ?? []).flatMap(({ edge, to }) =>
          behind.has(to) ? [] : [{ edge, byA: edges[edge]?.a === inside }],
        ),
      )
      const alike = crossing.every(({ byA }) => byA === crossing[0]?.byA)
      return [{ edges: crossing.map(({ edge }) => edge), alike }]
    })
  })
}
