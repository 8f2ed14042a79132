/** What the names of columns and files say. */
import { isId } from '../contract/parts.ts'

const foreign: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', å: 'a', ö: 'o', ä: 'a', ü: 'u', ß: 'ss' }

/** `*Kjønn ` → `kjonn`: lower case, letters a-z and digits, everything else one `_`. */
export const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[øæåöäüß]/g, (letter) => foreign[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** The name and what is left of it without the number of a question: `Q19AGE`, `Q18_AGE` → `age` among them. */
export const readings = (name: string): string[] => {
  const whole = plain(name)
  return [whole, whole.replace(/^[a-z]{1,2}\d+_?/, ''), whole.replace(/^[a-z]{1,2}\d+[a-z]_/, '')]
}

const hints = {
  respondent: [
    /^(respondent|resp|participant|deltaker|interview|intervju|panelist)(_?(id|nr|num|no|number|nummer|key))?$/,
    /^(respnum|response_?id|(case|record|user|survey|member|customer|person|kunde)_?(id|nr|no))$/,
    /^(id|rid|uid|uuid|guid|intnr|lopenr|serial|nr|no|num|key|record|token)$/,
  ],
  company: [
    /^(company|brand|bedrift|firma|merke|merkevare|selskap|organi[sz]ation|virksomhet)(_?(name|navn))?$/,
    /^(company|brand|bedrift|firma|merke|selskap|organi[sz]ation|virksomhet)_?(id|code|kode|nr|no)$/,
    /^(airline|flyselskap|bank|insurer|provider|supplier|operator|leverandor|retailer|forhandler|shop|store|hotel|chain|kjede|butikk)s?(_?(name|navn))?$/,
    /^(airline|bank|insurer|provider|supplier|operator|retailer|shop|store|hotel|chain|kjede|butikk)_?(id|code|kode|nr|no)$/,
  ],
  industry: [/^(industry|bransje|sector|sektor|naering)(_?(id|code|kode|name|navn))?$/],
  weight: [/^(weights?|wt|wgt|vekt|w|.*_(weight|wt|wgt|vekt)|(weight|wt|wgt|vekt)_.*)$/],
  stratum: [/^(strat(um|a)?|source|kilde|utvalg|sample(_?(source|type))?)$/],
  age: [/^(age|alder)(_?(gr(ou)?p|gruppe|class|cat|kat|category|kategori))?$/],
  gender: [/^(gender|sex|kjonn|kjoenn)$/],
  region: [/^(region|landsdel|fylke|county|province)$/],
  persona: [/^(persona|segment|(customer|kunde)_?type)$/],
  market: [/^(market|marked)$/],
  channel: [/^(channel|kanal)$/],
  income: [/^(income|inntekt|incme|inc)$/],
  education: [/^(education|utdanning)$/],
  wave: [/^(wave|year|aar|ar|bolge|runde|round|edition|argang)$/],
  recommend: [/(^|_)(rec|nps|netpro|ltr)($|_)|^(netpro|net_?prom|recommend|anbefal)|recommend|anbefal/],
  other: [
    /^(lang(uage)?|zip|postnr|country|land|date|dato|day|time|tid|status|progress|duration|finished|month|mode|minutes|hour|flag|home|saq|run|user_?language)$/,
  ],
} as const

/** What a column can be for. */
export type Hint = keyof typeof hints

/** How well the name of a column hints at a use: 0 not at all; the clearest hint counts most. {slot} says nothing. */
export function hintAt(name: string, hint: Hint): number {
  const patterns: readonly RegExp[] = hints[hint]
  const bare = name.replaceAll('{slot}', '')
  const asked = hint === 'company' ? [plain(bare)] : readings(bare)
  const rank = patterns.findIndex((pattern) => asked.some((reading) => pattern.test(reading)))
  return rank < 0 ? 0 : patterns.length - rank
}

/** The ways to divide respondents that names hint at. */
export const segmentHints = [
  'age',
  'gender',
  'region',
  'persona',
  'market',
  'channel',
  'income',
  'education',
] as const satisfies readonly Hint[]

/** An id made of any text, none of `taken` (capitals do not count): `Air Canada` → `air-canada`. */
export function slug(text: string, taken: ReadonlySet<string>, otherwise: string): string {
  const short = plain(text).replaceAll('_', '-').slice(0, 50).replace(/-+$/, '')
  const base = isId(short) ? short : isId(`${otherwise}-${short}`) ? `${otherwise}-${short}` : otherwise
  let id = base
  for (let k = 2; taken.has(id.toLowerCase()); k++) id = `${base}-${k}`
  return id
}

/** The name itself where it can be an id, else one made of it; none of `taken`. */
export const idOf = (name: string, taken: ReadonlySet<string>, otherwise: string): string =>
  isId(name) && !taken.has(name.toLowerCase()) ? name : slug(name, taken, otherwise).replaceAll('-', '_')

/** The wave that a file name speaks of, and the part that says so. */
export function waveIn(path: string): { id: string; said: string } | undefined {
  const stem = path.replace(/\.[^/]*$/, '')
  const years = [
    ...stem.matchAll(/(?<!\d)((?:19|20)\d\d)(?:[-_ ]?([qQhH][1-4])|[-_]((?:0[1-9]|1[0-2])))?(?!\d)/g),
  ]
  const [year] = years
  if (years.length > 1) return undefined
  if (year !== undefined) {
    const [said, number = '', part, month] = year
    return { id: [number, part?.toLowerCase() ?? month].filter((one) => one !== undefined).join('-'), said }
  }
  const round =
    /(?:wave|bolge|bølge|runde|round|w)[-_ ]?(\d{1,3})(?!\d)/i.exec(stem) ?? /(?<!\d)(\d{1,3})$/.exec(stem)
  return round === null ? undefined : { id: round[1] ?? '', said: round[0] }
}
