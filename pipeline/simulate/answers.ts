/** Files of answers as delivered, one line per rating. */
import { type Company, isActive, numberIn } from './companies.ts'
import { items } from './items.ts'
import { memberOf, personOf } from './person.ts'
import { ratingCounts } from './population.ts'
import { type Random, randomStream } from './random.ts'
import { answerOf, ratingOf } from './rating.ts'
import type { Wave } from './waves.ts'

/** One file of raw answers: its name, the waves in it, and the strata whose respondents it holds. */
export interface Delivery {
  name: string
  waves: readonly Wave[]
  holds(stratum: number): boolean
}

/** The files that hold the answers of all waves. */
export function deliveriesOf(waves: readonly Wave[]): Delivery[] {
  const names = [...new Set(waves.flatMap(({ files }) => files))]
  return names.map((name) => {
    const inside = waves.filter(({ files }) => files.includes(name))
    const { files = [name] } = inside[0] ?? {}
    return {
      name,
      waves: inside,
      holds: (stratum) => files.length === 1 || (files[0] === name) === (stratum === 0),
    }
  })
}

/** A name as people at a supplier type it: case and surrounding spaces vary. */
function typed(name: string, random: Random): string {
  const habit = Math.floor(random.uniform() * 10)
  if (habit === 0) return name.toUpperCase()
  if (habit === 1) return name.toLowerCase()
  if (habit === 2) return `${name} `
  return habit === 3 ? `  ${name}` : name
}

/** role or item → what the study means → what the file writes */
const writtenIn = ({ values }: Wave): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(
    Object.entries(values).map(([key, meanings]) => [
      key,
      new Map(Object.entries(meanings).map(([written, meant]) => [meant, written])),
    ]),
  )

const lineOf = ({ delimiter, waveColumn, id }: Wave, cells: readonly string[], last = id): string =>
  `${(waveColumn === undefined ? cells : [...cells, last]).join(delimiter)}\n`

function* linesOf(
  seed: number,
  respondents: number,
  companies: readonly Company[],
  wave: Wave,
): Generator<{ stratum: number; text: string }> {
  const random = randomStream(seed, `answers ${wave.id}`)
  const roles = Object.keys(wave.columns)
  const written = writtenIn(wave)
  const asked = items.flatMap((item, place) => (wave.itemColumns.has(item.id) ? [{ item, place }] : []))
  const openShares = companies.map((company) => (isActive(company, wave) ? company.share : 0))
  const open = openShares.filter((share) => share > 0).length
  for (let number = 1; number <= respondents; number++) {
    const person = personOf(number, random)
    const weight = person.weight.toFixed(4).replace('.', wave.decimal)
    const shares = [...openShares]
    let ratings = Math.min(open, 1 + random.choice(ratingCounts))
    let text = ''
    while (ratings-- > 0) {
      const place = random.choice(shares)
      shares[place] = 0
      const company = memberOf(companies, place)
      const rating = ratingOf(person, company, random)
      const means = company.means[wave.index] ?? []
      const named =
        wave.naming === 'name'
          ? typed(company.formerName ?? company.name, random)
          : String(numberIn(wave, place, companies.length))
      const known: Readonly<Record<string, string>> = {
        ...person.roles,
        weight,
        company: named,
        channel: rating.channel,
      }
      const answers = asked.map(({ item, place: k }) => {
        const meant = answerOf(item, means[k] ?? 0, person, rating, random)
        return written.get(item.id)?.get(meant) ?? meant
      })
      const cells = roles.map((role) => {
        const meant = known[role] ?? ''
        return written.get(role)?.get(meant) ?? meant
      })
      text += lineOf(wave, [...cells, ...answers])
    }
    yield { stratum: person.stratum, text }
  }
}

const pieceLength = 1 << 16

/** The text of a delivery, in pieces. Waves that share a file have the same columns. */
export function* deliveryText(
  seed: number,
  respondents: number,
  companies: readonly Company[],
  { waves, holds }: Delivery,
): Generator<string> {
  let piece = ''
  for (const [place, wave] of waves.entries()) {
    if (place === 0)
      piece = lineOf(wave, [...Object.values(wave.columns), ...wave.itemColumns.values()], wave.waveColumn)
    for (const { stratum, text } of linesOf(seed, respondents, companies, wave)) {
      if (holds(stratum)) piece += text
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  }
  yield piece
}
