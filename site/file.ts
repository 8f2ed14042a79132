/** One file of the site, by its path from the root. */
export interface SiteFile {
  path: string
  content: string | Uint8Array
}
