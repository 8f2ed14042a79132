/** Numbers, dates and ranges as each language writes them. The only place where figures are rounded. */
export interface Format {
  lang: string
  /** a score or limit: one decimal */
  score: (value: number) => string
  /** a score that must at least be reached: one decimal, upwards */
  atLeast: (value: number) => string
  /** a difference: one decimal, always with its sign */
  change: (value: number) => string
  /** low–high, or “low to high” where a minus would meet the dash */
  range: (low: number, high: number) => string
  /** places: 1–5, or 3 */
  places: (low: number, high: number) => string
  count: (value: number) => string
  /** a share of answers, given in per cent */
  percent: (value: number) => string
  /** a share of one, in per cent with one decimal */
  portion: (value: number) => string
  /** the same, low–high */
  portions: (low: number, high: number) => string
  /** a share of one, in per cent with two decimals at most: a confidence, the risk that it leaves, or a share that is set */
  confidence: (value: number) => string
  /** a weight or a ratio: two decimals at most */
  ratio: (value: number) => string
  /** a coefficient such as a correlation: two decimals */
  coefficient: (value: number) => string
  /** the same, low–high */
  coefficients: (low: number, high: number) => string
  dates: (period: readonly [string, string]) => string
  compare: (a: string, b: string) => number
}

const locales: Record<string, { locale: string; to: string; percent: string }> = {
  nb: { locale: 'nb-NO', to: 'til', percent: '\u00a0%' },
  en: { locale: 'en-GB', to: 'to', percent: '%' },
}

const tidy = (text: string) => text.replace(/^-/, '−').replace(/\u00a0/g, '\u202f')

/** The formats of one language; British English for a language without any. */
export function formatFor(lang: string): Format {
  const { locale, to, percent } = locales[lang] ?? { locale: 'en-GB', to: 'to', percent: '%' }
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const collator = new Intl.Collator(locale)
  const score = (value: number) => tidy(one.format(rounded(value)))
  const coefficient = (value: number) => tidy(exact.format(Math.round(value * 100) / 100 + 0))
  const dash = (low: string, high: string) =>
    low.startsWith('−') || high.startsWith('−') ? `${low} ${to} ${high}` : `${low}–${high}`
  return {
    lang,
    score,
    atLeast: (value) => score(Math.ceil(value * 10 - 1e-9) / 10),
    change: (value) => (rounded(value) > 0 ? `+${score(value)}` : score(value)),
    range: (low, high) => dash(score(low), score(high)),
    places: (low, high) => (low === high ? String(low) : `${low}–${high}`),
    count: (value) => tidy(whole.format(value)),
    percent: (value) => tidy(whole.format(Math.round(value) + 0)) + percent,
    portion: (value) => score(100 * value) + percent,
    portions: (low, high) => dash(score(100 * low), score(100 * high)) + percent,
    confidence: (value) => tidy(two.format(value * 100)) + percent,
    ratio: (value) => tidy(two.format(value)),
    coefficient,
    coefficients: (low, high) => dash(coefficient(low), coefficient(high)),
    dates: ([from, until]) => day.formatRange(utc(from), utc(until)).replace(/[\u2009\u202f]/g, ' '),
    compare: collator.compare,
  }
}

const utc = (date: string) => new Date(`${date}T00:00:00Z`)

/** One decimal, without a minus before zero. */
const rounded = (value: number) => Math.round(value * 10) / 10 + 0
