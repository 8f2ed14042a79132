/** Where each page lives. Addresses are promises: change none without a page left at the old one. */
export type Place =
  | { kind: 'home' }
  | { kind: 'ranking'; id: string }
  | { kind: 'industry'; id: string }
  | { kind: 'company'; id: string }
  | { kind: 'digital' }
  | { kind: 'gaps' }
  | { kind: 'beliefs' }
  | { kind: 'groups' }
  | { kind: 'drivers' }
  | { kind: 'method' }
  | { kind: 'data' }
  | { kind: 'notebook'; id: string }

/** The path of a page from the root of the site. A notebook belongs to no edition. */
export function address(lang: string, wave: string, place: Place): string {
  if (place.kind === 'notebook') return `${lang}/notebooks/${place.id}/index.html`
  const tail = 'id' in place ? `${place.kind}/${place.id}/` : place.kind === 'home' ? '' : `${place.kind}/`
  return `${lang}/${wave}/${tail}index.html`
}

/** The relative link that leads from one path to another, as an address: each part percent-encoded. */
export function relative(from: string, to: string): string {
  const start = from.split('/').slice(0, -1)
  const end = to.split('/')
  let shared = 0
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++
  const up = start.slice(shared).map(() => '..')
  return [...up, ...end.slice(shared)].map(encodeURIComponent).join('/')
}
