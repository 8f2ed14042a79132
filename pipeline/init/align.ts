/** Two lists laid side by side in order, so that what is alike stands together. */

/** Pairs (position in a, position in b), rising in both, with the largest sum of scores; pairs of score 0 are none. */
export function align<A, B>(
  a: readonly A[],
  b: readonly B[],
  score: (a: A, b: B) => number,
): [number, number][] {
  const scores = a.map((one) => b.map((other) => score(one, other)))
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const pair = scores[i]?.[j] ?? 0
      const row = best[i]
      if (row !== undefined)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), pair > 0 ? pair + at(i + 1, j + 1) : 0)
    }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const pair = scores[i]?.[j] ?? 0
    if (pair > 0 && at(i, j) === pair + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}
