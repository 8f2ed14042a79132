/** The site of the hand-made publication, built once per test file. */

import type { Publication } from '../../pipeline/publication.ts'
import { sitePages } from '../../site/build.ts'
import { publication } from './publication.ts'

/** All files by path. */
export const filesOf = (from: Publication): Map<string, string | Uint8Array> =>
  new Map([...sitePages(from)].map(({ path, content }) => [path, content]))

/** The HTML pages by path. */
export const htmlOf = (from: Publication): Map<string, string> =>
  new Map(
    [...filesOf(from)].flatMap(([path, content]) =>
      typeof content === 'string' && path.endsWith('.html') ? [[path, content]] : [],
    ),
  )

export const files = filesOf(publication)
export const pages = htmlOf(publication)

/** One page, or an error that names it. */
export function pageAt(path: string, among = pages): string {
  const page = among.get(path)
  if (page === undefined) throw new Error(`no page ${path}`)
  return page
}

/** A page without the places of its drawings: a pixel may look like any figure. */
export const withoutPlaces = (html: string): string =>
  html.replace(/ (?:[xy][12]?|c[xy]|d|transform|width|height|viewBox)="[^"]*"/g, '')

/** Whether the pipeline writes a file at this path. */
export const isData = (path: string) =>
  path === 'study.schema.json' ||
  /^[^/]+\/data\/((scores|comparisons|against_rest|items|net_promoter|distributions|quality|waves|margins|reliability|comparability|corrections|history|combined|top_ten|experiments|gaps|industry_gaps|journey|need_met|beliefs|beliefs_together|segments|segment_gaps|served_worse|drivers|makes_up|promise_effect)\.(csv|json|parquet|arrow)|edition\.duckdb|codebook\.csv|datapackage\.json)$/.test(
    path,
  )
