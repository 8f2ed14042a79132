import type { IndustryKind } from './drivers.ts'

/** Invented companies: odd compounds and the word of their industry. No real company is meant. */
const firsts =
  'Trost Ugle Hegre Spove Lerke Oter Måke Skodde Rips Rogne Ørret Svale Gaupe Bregne Fjære Lomvi Kløver'.split(
    ' ',
  )
const seconds = 'lykt varde spir gnist sving slør takt tråd bue stige kjøl mast hvelv'.split(' ')

/** Root of a company name. The lengths of the two lists have no common factor: no root repeats before both have run out. */
export const root = (index: number): string =>
  `${firsts[index % firsts.length]}${seconds[index % seconds.length]}`

const plain: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' }

/** A name as a company_id: small ASCII letters. */
export const slug = (name: string): string =>
  name.toLowerCase().replace(/[æøå]/g, (letter) => plain[letter] ?? letter)

export interface Industry {
  id: string
  nb: string
  en: string
  kind: IndustryKind
  /** follow the root of a name, in turn; an empty one leaves the root alone */
  endings: readonly string[]
}

export const industryNames: readonly Industry[] = [
  { id: 'bank', kind: 'utility', nb: 'Bank', en: 'Banking', endings: ['Bank'] },
  { id: 'airline', kind: 'utility', nb: 'Flyselskaper', en: 'Airlines', endings: ['Luftfart', 'Fly'] },
  { id: 'insurance', kind: 'utility', nb: 'Forsikring', en: 'Insurance', endings: ['Forsikring'] },
  {
    id: 'rail-bus',
    kind: 'utility',
    nb: 'Tog og buss',
    en: 'Trains and buses',
    endings: ['Tog', 'Ekspressbuss'],
  },
  {
    id: 'mobile',
    kind: 'utility',
    nb: 'Mobiltelefoni',
    en: 'Mobile phone services',
    endings: ['Mobil', '', 'Tele'],
  },
  { id: 'cinema', kind: 'leisure', nb: 'Kino', en: 'Cinemas', endings: ['Kino'] },
  { id: 'grocery', kind: 'retail', nb: 'Dagligvarer', en: 'Groceries', endings: ['Mat', '', 'Dagligvare'] },
  { id: 'pharmacy', kind: 'retail', nb: 'Apotek', en: 'Pharmacies', endings: ['Apotek'] },
  {
    id: 'furniture',
    kind: 'retail',
    nb: 'Møbler og interiør',
    en: 'Furniture and interiors',
    endings: ['Møbler', '', 'Interiør'],
  },
  { id: 'parcel', kind: 'utility', nb: 'Post og pakker', en: 'Post and parcels', endings: ['Pakke', 'Bud'] },
  { id: 'power', kind: 'utility', nb: 'Strøm', en: 'Power supply', endings: ['Strøm', 'Kraft', 'Energi'] },
  { id: 'hotel', kind: 'leisure', nb: 'Hoteller', en: 'Hotels', endings: ['Hotell'] },
  {
    id: 'broadband',
    kind: 'utility',
    nb: 'Bredbånd',
    en: 'Broadband',
    endings: ['Bredbånd', 'Fiber', 'Nett'],
  },
  { id: 'books', kind: 'leisure', nb: 'Bokhandlere', en: 'Bookshops', endings: ['Bok', 'Bokhandel'] },
  { id: 'clothing', kind: 'retail', nb: 'Klær', en: 'Clothing', endings: ['Klær', '', 'Tøy'] },
  {
    id: 'estate-agent',
    kind: 'retail',
    nb: 'Eiendomsmegling',
    en: 'Estate agents',
    endings: ['Megling', 'Boligsalg'],
  },
  {
    id: 'electronics',
    kind: 'retail',
    nb: 'Elektronikk',
    en: 'Electronics',
    endings: ['Elektro', '', 'Hvitevarer'],
  },
  { id: 'optician', kind: 'retail', nb: 'Optikere', en: 'Opticians', endings: ['Optikk', 'Syn'] },
  {
    id: 'sports',
    kind: 'retail',
    nb: 'Sportsutstyr',
    en: 'Sports equipment',
    endings: ['Sport', 'Friluft', ''],
  },
  { id: 'car-dealer', kind: 'retail', nb: 'Bilforhandlere', en: 'Car dealers', endings: ['Bil'] },
  {
    id: 'restaurant',
    kind: 'leisure',
    nb: 'Restaurantkjeder',
    en: 'Restaurant chains',
    endings: ['Spiseri', 'Kjøkken', 'Kafé'],
  },
  { id: 'streaming', kind: 'leisure', nb: 'Strømming', en: 'Streaming', endings: ['', 'Film'] },
  {
    id: 'fuel-charging',
    kind: 'utility',
    nb: 'Drivstoff og lading',
    en: 'Petrol and charging',
    endings: ['Lading', 'Stasjon'],
  },
  {
    id: 'fitness',
    kind: 'leisure',
    nb: 'Treningssentre',
    en: 'Fitness centres',
    endings: ['Trening', 'Styrke'],
  },
  {
    id: 'diy',
    kind: 'retail',
    nb: 'Byggevarer',
    en: 'DIY and building supplies',
    endings: ['Bygg', 'Byggevarer', 'Maling'],
  },
  {
    id: 'travel',
    kind: 'leisure',
    nb: 'Reisearrangører',
    en: 'Tour operators',
    endings: ['Reiser', 'Ferie'],
  },
  { id: 'garden', kind: 'leisure', nb: 'Hagesentre', en: 'Garden centres', endings: ['Hage', 'Planter'] },
  { id: 'pension', kind: 'utility', nb: 'Pensjonssparing', en: 'Pension savings', endings: ['Pensjon'] },
  { id: 'parking', kind: 'utility', nb: 'Parkering', en: 'Parking', endings: ['Parkering'] },
  {
    id: 'library',
    kind: 'leisure',
    nb: 'Bibliotek og kulturhus',
    en: 'Libraries and arts centres',
    endings: ['Bibliotek', 'Kulturhus'],
  },
]

/** Relative sizes of industries, in turn. */
const sizes: readonly number[] = [6, 2, 4, 2, 3, 2, 4, 2, 3, 2]

/** The industry of each of `companies` companies: about three to an industry until all industries are in use. */
export function industriesOf(companies: number): Industry[] {
  const used = industryNames.slice(0, Math.max(1, Math.round(companies / 3)))
  const size = (index: number) => sizes[index % sizes.length] ?? 1
  const total = used.reduce((sum, _, index) => sum + size(index), 0)
  let before = 0
  return used.flatMap((industry, index) => {
    const start = Math.round((before * companies) / total)
    before += size(index)
    return Array<Industry>(Math.round((before * companies) / total) - start).fill(industry)
  })
}
