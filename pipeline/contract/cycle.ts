/** The first circle of arrows that is found, its first name repeated at the end; undefined when there is none. */
export function findCycle(arrows: readonly (readonly [string, string])[]): string[] | undefined {
  const next = new Map<string, string[]>()
  for (const [from, to] of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  for (const start of next.keys()) {
    const trail: { name: string; left: string[] }[] = [{ name: start, left: [...(next.get(start) ?? [])] }]
    while (trail.length > 0) {
      const here = trail.at(-1)
      const to = here?.left.shift()
      if (to === undefined) {
        if (here !== undefined) done.add(here.name)
        trail.pop()
        continue
      }
      const names = trail.map(({ name }) => name)
      if (names.includes(to)) return [...names.slice(names.indexOf(to)), to]
      if (!done.has(to)) trail.push({ name: to, left: [...(next.get(to) ?? [])] })
    }
  }
  return undefined
}
