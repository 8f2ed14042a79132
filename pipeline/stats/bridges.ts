/** Edges that hold a graph together. */

export interface Edge {
  a: number
  b: number
}

/**
 * The edges of an undirected graph whose removal would separate their two ends, by position in `edges`; of several edges between
 * the same two vertices none does. Where every vertex but vertex 0 knows the sum of its edges, taken with signs so that each edge
 * enters one end and leaves the other, these are the edges whose own value follows. Vertices are 0 … size − 1. O(size + edges).
 * Source: Tarjan 1974, Information Processing Letters 2, 160-161; that sums of two-way tables are such a graph: Gusfield 1988,
 * SIAM J. Computing 17, 552-571.
 */
export function bridges(size: number, edges: readonly Edge[]): number[] {
  const touching: number[][] = Array.from({ length: size }, () => [])
  for (const [k, { a, b }] of edges.entries()) {
    touching[a]?.push(k)
    touching[b]?.push(k)
  }
  const seen = new Array<number>(size).fill(0)
  const lowest = new Array<number>(size).fill(0)
  const found: number[] = []
  let time = 0
  for (let root = 0; root < size; root++) {
    if (seen[root] !== 0) continue
    const path = [{ vertex: root, through: -1, next: 0 }]
    time += 1
    seen[root] = lowest[root] = time
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { vertex, through } = top
      const k = touching[vertex]?.[top.next]
      top.next += 1
      if (k === undefined) {
        path.pop()
        const from = path.at(-1)?.vertex
        if (from === undefined) continue
        lowest[from] = Math.min(lowest[from] ?? 0, lowest[vertex] ?? 0)
        if ((lowest[vertex] ?? 0) > (seen[from] ?? 0)) found.push(through)
        continue
      }
      const edge = edges[k]
      if (k === through || edge === undefined) continue
      const other = edge.a === vertex ? edge.b : edge.a
      if (seen[other] === 0) {
        time += 1
        seen[other] = lowest[other] = time
        path.push({ vertex: other, through: k, next: 0 })
      } else lowest[vertex] = Math.min(lowest[vertex] ?? 0, seen[other] ?? 0)
    }
  }
  return found.sort((a, b) => a - b)
}
