/** Links that leave the site: only to web addresses, whatever the register says. */
import { type Name, named } from './sentence.ts'

/** The address if it is http or https, else nothing. */
export function webLink(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined
  const { protocol, href } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

const licences: Record<string, string> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODC-BY-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
  'NLOD-2.0': 'https://data.norge.no/nlod/no/2.0',
}

/** A licence by its SPDX name, linked to its text where that is known. */
export const licenceOf = (licence: string): Name =>
  named(licence.replaceAll('-', ' '), Object.hasOwn(licences, licence) ? licences[licence] : undefined)
