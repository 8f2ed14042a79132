/** The page on the top ten: every case of who enters and leaves, and what is said of chance, in both languages. */
import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Publication } from '../../pipeline/publication.ts'
import type { TopTenRow } from '../../pipeline/tables.ts'
import { filesOf, htmlOf, isData, pageAt, pages } from './built.ts'
import { cellsOf, digitalPublication, fourteen, ids } from './digital-publication.ts'
import { ballot, type Cell } from './mixing.ts'
import { hostileName } from './publication.ts'

const path = (lang: string) => `${lang}/2025/digital/index.html`
const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const mainOf = (html: string) => parseHTML(html).document.querySelector('main')

/** The texts between the headline and the first figure, joined by a bar. */
function answerOf(made: Map<string, string>, lang: string): string {
  const said: string[] = []
  for (let next = mainOf(pageAt(path(lang), made))?.querySelector('h1')?.nextElementSibling; next; ) {
    if (next.tagName !== 'P' || next.className === 'small') break
    said.push(textOf(next))
    next = next.nextElementSibling
  }
  return said.join(' | ')
}
const answers = (from: Publication) => {
  const made = htmlOf(from)
  return { en: answerOf(made, 'en'), nb: answerOf(made, 'nb') }
}
const headline = (from: Publication, lang: string) =>
  textOf(mainOf(pageAt(path(lang), htmlOf(from)))?.querySelector('h1'))

const cell = (score: number, other: number): Cell => [score, other]
const chance = {
  en: (more: string) =>
    `Suppose digital relevance held nothing of its own, only what customer satisfaction predicts. Then chance in who was asked would still make about 1.5 of the top ten drop out (0 to 3 in 95% of simulated surveys).${more}`,
  nb: (more: string) =>
    `Tenk deg at digital relevans ikke hadde noe eget å si, men bare fulgte kundetilfredshet. Da ville tilfeldigheter i hvem som ble spurt, likevel fått omtrent 1,5 av bedriftene på topp ti til å falle ut (0 til 3 i 95 % av simulerte undersøkelser).${more}`,
}

/** Lyng, Myra, Nordås and Urd pass the tenth place as soon as digital relevance counts enough. */
const four = cellsOf(22, { lyng: 82, myra: 79, nordås: 76, urd: 78, granbo: 50, jotna: 48 })

describe('who would enter and leave the top ten', () => {
  test('nobody', () => {
    const said = answers(digitalPublication(cellsOf(14)))
    expect(said.en).toBe(
      `If digital relevance counted for 25% of the score, the top ten would hold the same companies. | ${chance.en('')}`,
    )
    expect(said.nb).toBe(
      `Hvis digital relevans telte 25 % av poengsummen, ville de samme bedriftene vært på topp ti. | ${chance.nb('')}`,
    )
  })

  test('one, no more than chance', () => {
    const said = answers(fourteen)
    expect(said.en).toBe(
      `If digital relevance counted for 25% of the score, Lyng would enter the top ten, and Kvist & Sønner would drop out. That is no more than chance can explain. | ${chance.en(' In 72% of them at least one drops out.')}`,
    )
    expect(said.nb).toBe(
      `Hvis digital relevans telte 25 % av poengsummen, ville Lyng kommet inn på topp ti, og Kvist & Sønner falt ut. Det er ikke mer enn tilfeldigheter kan forklare. | ${chance.nb(' I 72 % av dem faller minst én ut.')}`,
    )
  })

  test('several, more than chance', () => {
    const said = answers(digitalPublication(four, { share: 0.4 }))
    expect(said.en).toContain(
      'If digital relevance counted for 40% of the score, Lyng, Myra, Nordås and Urd would enter the top ten, and Granbo, Isbre Kraft, Jotna and Kvist & Sønner would drop out. That is more than chance can explain. | ',
    )
    expect(said.en).toContain(' In 0.45% of them at least four drop out.')
    expect(said.nb).toContain(
      'Hvis digital relevans telte 40 % av poengsummen, ville Lyng, Myra, Nordås og Urd kommet inn på topp ti, og Granbo, Isbre Kraft, Jotna og Kvist & Sønner falt ut. Det er mer enn tilfeldigheter kan forklare. | ',
    )
    expect(said.nb).toContain(' I 0,45 % av dem faller minst fire ut.')
  })

  test.each([
    [0.04999, 'That is more than chance can explain.', 'In 4.99% of them'],
    [0.0501, 'That is no more than chance can explain.', 'In 5.01% of them'],
    [0.05, 'That is no more than chance can explain.', 'In 5% of them'],
  ])('with p %d: the verdict and the figure agree', (turnover_p, verdict, figure) => {
    const said = answers(digitalPublication(four, { share: 0.4, stated: { turnover_p } }))
    expect(said.en).toContain(verdict)
    expect(said.en).toContain(figure)
  })

  test('where chance is not known, says so', () => {
    const none = { turnover_p: null, turnover_expected: null, turnover_low: null, turnover_high: null }
    const said = answers(digitalPublication(four, { share: 0.4, stated: none }))
    expect(said.en).toMatch(/Whether that is more than chance can explain has not been computed\.$/)
    expect(said.nb).toMatch(/Om det er mer enn tilfeldigheter kan forklare, er ikke beregnet\.$/)
    const bare = answers(digitalPublication(four, { share: 0.4, tables: { top_ten: [] } }))
    expect(bare.en).toMatch(/has not been computed\.$/)
    const { editions, ...rest } = digitalPublication(four, { share: 0.4 })
    const unknown = editions.map((edition) => ({
      ...edition,
      tables: {
        ...edition.tables,
        top_ten: edition.tables.top_ten.map((row) => ({ ...row, turnover_p: null })),
      },
    }))
    const page = textOf(mainOf(pageAt(path('en'), htmlOf({ ...rest, editions: unknown }))))
    expect(page).toContain('has not been computed.')
    expect(page).not.toMatch(/more than chance can explain\.|At none of|do more drop out/)
  })

  test('all ten: named below the sentence', () => {
    const high = Object.fromEntries(ids.slice(10, 20).map((id, k) => [id, 105 - k]))
    const said = answers(digitalPublication(cellsOf(20, high), { share: 0.5 }))
    expect(said.en).toContain(
      'If digital relevance counted for 50% of the score, none of the top ten would stay. That is more than chance can explain. | Would enter: Lyng, Myra, Nordås, Ospelund, Pilar, Rimfrost, Skjær, Tindvik, Urd and Vardeglimt. | Would drop out: Aksla, Brisen, Dønning, Elvestad, Fjellglimt, Granbo, Havgløtt, Isbre Kraft, Jotna and Kvist & Sønner. | ',
    )
    expect(said.nb).toContain(
      'Hvis digital relevans telte 50 % av poengsummen, ville ingen av bedriftene på topp ti blitt værende. Det er mer enn tilfeldigheter kan forklare. | Ville kommet inn: Lyng, ',
    )
    expect(said.nb).toContain(' | Ville falt ut: Aksla, ')
  })

  test('more than four are counted, and named below', () => {
    const high = Object.fromEntries(ids.slice(10, 15).map((id, k) => [id, 105 - k]))
    const said = answers(digitalPublication(cellsOf(20, high), { share: 0.5 }))
    expect(said.en).toContain(
      ', five companies would enter the top ten, and five companies would drop out. That is more than chance can explain. | Would enter: Lyng, Myra, Nordås, Ospelund and Pilar. | Would drop out: Granbo, Havgløtt, Isbre Kraft, Jotna and Kvist & Sønner. | ',
    )
    expect(said.nb).toContain('ville fem bedrifter kommet inn på topp ti, og fem bedrifter falt ut.')
  })
})

describe('ties at the tenth place', () => {
  test('more leave than enter', () => {
    const said = answers(digitalPublication({ ...cellsOf(14), lyng: cell(76, 56), myra: cell(74, 63) }))
    expect(said.en).toContain('Myra would enter the top ten, and Kvist & Sønner and Lyng would drop out.')
    expect(said.en).toContain('In 72% of them at least two drop out.')
    expect(said.en).toMatch(
      / \| Because of ties, the top ten by customer satisfaction alone hold eleven companies\.$/,
    )
    expect(said.nb).toContain('ville Myra kommet inn på topp ti, og Kvist & Sønner og Lyng falt ut.')
    expect(said.nb).toMatch(
      / \| Fordi noen står likt, er det elleve bedrifter på topp ti etter kundetilfredshet alene\.$/,
    )
  })

  test('one enters and nobody leaves', () => {
    const said = answers(digitalPublication({ ...cellsOf(14), lyng: cell(75, 59) }))
    expect(said.en).toContain(
      'Lyng would enter the top ten, and nobody would drop out. That is no more than chance can explain.',
    )
    expect(said.en).toMatch(
      / \| Because of ties, the top ten with digital relevance hold eleven companies\.$/,
    )
    expect(said.nb).toContain(
      'ville Lyng kommet inn på topp ti, uten at noen falt ut. Det er ikke mer enn tilfeldigheter kan forklare.',
    )
    expect(said.nb).toMatch(
      / \| Fordi noen står likt, er det elleve bedrifter på topp ti når digital relevans teller med\.$/,
    )
  })

  test('one leaves and nobody enters', () => {
    const said = answers(digitalPublication({ ...cellsOf(14), lyng: cell(76, 52) }))
    expect(said.en).toContain('Lyng would drop out of the top ten, and nobody would enter.')
    expect(said.nb).toContain('ville Lyng falt ut av topp ti, uten at noen kom inn.')
  })

  test('eleven in both lists, nobody moves', () => {
    const said = answers(digitalPublication({ ...cellsOf(14), lyng: cell(76, 56) }))
    expect(said.en).toContain('the top ten would hold the same companies. | ')
    expect(said.en).toMatch(
      / \| Because of ties, the top ten hold eleven companies by customer satisfaction alone, and eleven with digital relevance\.$/,
    )
    expect(said.nb).toMatch(
      / \| Fordi noen står likt, er det elleve bedrifter på topp ti etter kundetilfredshet alene, og elleve når digital relevans teller med\.$/,
    )
  })

  test('nobody is called best', () => {
    const made = htmlOf(digitalPublication({ ...cellsOf(14), brisen: cell(85, 65) }))
    for (const lang of ['en', 'nb'])
      expect(textOf(mainOf(pageAt(path(lang), made)))).not.toMatch(/\bbest\b|\bbeste\b|leads|på topp i /)
  })
})

describe('ten ranked companies or fewer', () => {
  const tau = {
    en: 'Kendall’s tau, which says how far two orders agree, is 0.81 in these answers. At 1 the orders are the same, at 0 they have nothing to do with each other. Had all customers been asked, it might lie anywhere from 0.71 to 1.00. So the two orders may well be the same.',
    nb: 'Kendalls tau, som sier hvor godt to rekkefølger stemmer overens, er 0,81 i disse svarene. Ved 1 er rekkefølgene like, ved 0 har de ingenting med hverandre å gjøre. Var alle kundene spurt, kunne den ligget hvor som helst fra 0,71 til 1,00. Derfor kan de to rekkefølgene godt være like.',
  }

  test('seven: how many pairs turn, and how far the orders agree', () => {
    const few = digitalPublication(cellsOf(7, { dønning: 78 }))
    const said = answers(few)
    expect(said.en).toBe(
      `All seven ranked companies are in the top ten either way. If digital relevance counted for 25% of the score, two of the 21 pairs of companies would change order. | ${tau.en}`,
    )
    expect(said.nb).toBe(
      `Alle de sju rangerte bedriftene er på topp ti uansett. Hvis digital relevans telte 25 % av poengsummen, ville to av de 21 parene av bedrifter byttet rekkefølge. | ${tau.nb}`,
    )
    expect(headline(few, 'en')).toBe('Would the order be different?')
    expect(headline(few, 'nb')).toBe('Ville rekkefølgen vært en annen?')
    const page = textOf(mainOf(pageAt(path('en'), htmlOf(few))))
    expect(page).not.toMatch(/than chance|drops? out|enter/)
  })

  test('limits that do not reach 1, and none at all', () => {
    const tauOf = (stated: Partial<TopTenRow>) =>
      answers(digitalPublication(cellsOf(7, { dønning: 78 }), { stated }))
    const said = tauOf({ kendall_tau: -0.1, tau_low: -0.4, tau_high: 0.994 })
    expect(said.en).toContain('is −0.10 in these answers.')
    expect(said.en).toMatch(/from −0\.40 to 0\.99\.$/)
    expect(tauOf({ tau_low: null, tau_high: null }).nb).toMatch(/ingenting med hverandre å gjøre\.$/)
    expect(tauOf({ kendall_tau: null, tau_low: null, tau_high: null }).en).toMatch(/change order\.$/)
  })

  test('exactly ten, none of which moves', () => {
    const said = answers(digitalPublication(cellsOf(10)))
    expect(said.en).toContain(
      'All ten ranked companies are in the top ten either way. If digital relevance counted for 25% of the score, their order would be the same.',
    )
    expect(said.nb).toContain(
      'Alle de ti rangerte bedriftene er på topp ti uansett. Hvis digital relevans telte 25 % av poengsummen, ville rekkefølgen mellom dem vært den samme.',
    )
  })

  test('a tie that comes', () => {
    const said = answers(
      digitalPublication({ aksla: cell(80, 60), brisen: cell(79, 63), lyng: cell(60, 50) }),
    )
    expect(said.en).toContain('no two of them would trade places, but ties would come or go.')
    expect(said.nb).toContain('ville ingen av dem byttet plass, men noen ville stått likt')
  })

  test('two, and one', () => {
    const two = answers(digitalPublication({ aksla: cell(80, 60), brisen: cell(79, 70) }))
    expect(two.en).toContain('Both ranked companies are in the top ten either way. If digital relevance')
    expect(two.en).toContain('the two would trade places.')
    expect(two.nb).toContain('Begge de rangerte bedriftene er på topp ti uansett.')
    expect(two.nb).toContain('ville de to byttet plass.')
    const one = digitalPublication({ aksla: cell(80, 60), brisen: [79, 70, 50] })
    expect(answers(one).en).toBe('Only Aksla has enough ratings for a place, so there is no order to change.')
    expect(answers(one).nb).toBe(
      'Bare Aksla har nok vurderinger til å få en plass, så det er ingen rekkefølge å endre.',
    )
    expect(mainOf(pageAt(path('en'), htmlOf(one)))?.querySelector('figure')).toBeNull()
  })
})

describe('an edition without the page', () => {
  const nobody = htmlOf(
    digitalPublication({ aksla: [80, 60, 60], brisen: [79, 70, 12] }, { experiments: ballot }),
  )

  test('has no link to it', () => {
    const without = [nobody, htmlOf({ ...fourteen, study: { ...fourteen.study, combined: undefined } })]
    for (const made of without) {
      expect(made.has(path('en'))).toBe(false)
      for (const [at, html] of made) expect(html, at).not.toContain('digital/index.html')
    }
    expect(pages.has(path('nb'))).toBe(true)
    expect(pages.has('nb/2024/digital/index.html')).toBe(false)
    expect(pageAt('nb/2024/index.html')).not.toMatch(/En annen (topp|rekkefølge)/)
  })

  test('still says on a company’s page why it has no place, and on the method page what the halves answered', () => {
    const company = (id: string, lang: string) =>
      textOf(mainOf(pageAt(`${lang}/2025/company/${id}/index.html`, nobody))?.querySelector('#digital p'))
    expect(company('brisen', 'en')).toBe(
      'Not ranked with digital relevance, where only ratings with both indices count: 12 ratings; 30 needed for a score.',
    )
    expect(company('aksla', 'nb')).toBe(
      'Ikke rangert med digital relevans, der bare vurderinger med begge indeksene teller: 60 vurderinger; det kreves 75 for å få en plass.',
    )
    const method = mainOf(pageAt('en/2025/method/index.html', nobody))
    expect(textOf(method?.querySelector('#order'))).toContain('Does the order of the questions matter?')
  })
})

describe('the page', () => {
  const made = htmlOf(fourteen)
  const english = mainOf(pageAt(path('en'), made))
  const norwegian = mainOf(pageAt(path('nb'), made))

  test('names both indices of the contract, whatever they are', () => {
    expect(pageAt(path('en'), made)).toContain(
      '<title>Would the top ten be different? Customer satisfaction with and without digital relevance 2025',
    )
    const other = htmlOf(
      digitalPublication(cellsOf(14), {
        ...{ index: 'trust', with: 'esg' },
        labels: { trust: { nb: 'Tillit', en: 'Trust' }, esg: { nb: 'ESG-indeksen', en: 'The ESG index' } },
      }),
    )
    expect(pageAt(path('nb'), other)).toContain(
      '<title>Ville topp ti sett annerledes ut? Tillit med og uten ESG-indeksen 2025',
    )
    expect(answerOf(other, 'nb')).toContain('Hvis ESG-indeksen telte 25 % av poengsummen')
    expect(answerOf(other, 'en')).toContain('Suppose the ESG index held nothing of its own, only what trust')
    for (const lang of ['en', 'nb'])
      expect(textOf(mainOf(pageAt(path(lang), other)))).not.toMatch(/digital|tilfreds|satisf/i)
  })

  test('says in words what the places show', () => {
    const says = english?.querySelector('figure desc')?.textContent
    expect(says).toBe(
      'Nine of the top ten stay. Enter: Lyng (from place 11 to 6). Drop out: Kvist & Sønner (from place 10 to 11).',
    )
    expect(norwegian?.querySelector('figure desc')?.textContent).toBe(
      'Ni på topp ti blir værende. Kommer inn: Lyng (fra plass 11 til 6). Faller ut: Kvist & Sønner (fra plass 10 til 11).',
    )
  })

  test('says who clearly gains and loses, and of how many that was asked', () => {
    expect(textOf(english?.querySelector('#shift figcaption'))).toContain(
      'Lyng clearly gains when digital relevance counts too, and Granbo and Ospelund clearly lose. The verdict counts all 14 ranked companies, by Holm’s method.',
    )
    expect(textOf(norwegian?.querySelector('#shift figcaption'))).toContain(
      'Lyng vinner klart på at digital relevans teller med, og Granbo og Ospelund taper klart. Om et utslag er klart, avgjøres med Holms metode for alle de 14 rangerte bedriftene under ett.',
    )
    expect(textOf(english?.querySelector('#shift'))).toContain(
      'lowers the scores of the ranked companies by 4.9 points on average',
    )
  })

  test('draws, of many companies, the shifts of the top ten and the clearest of the others', () => {
    const many = Array.from({ length: 60 }, (_, k) => [`c${k}`, [90 - k / 2, 60 - k / 2] as const] as const)
    const cells = { ...Object.fromEntries(many), c50: [65, 5] as const, c51: [64.5, 95] as const }
    const figure = mainOf(pageAt(path('en'), htmlOf(digitalPublication(cells))))?.querySelector(
      '#shift .wide',
    )
    const drawn = [...(figure?.querySelectorAll('.name title') ?? [])].map(textOf)
    expect(drawn.length).toBe(30)
    expect(drawn).toEqual(expect.arrayContaining(['c0', 'c9', 'c50', 'c51']))
    expect([drawn[0], drawn.at(-1)]).toEqual(['c51', 'c50'])
  })

  test('has a row per ranked company, and the others with the reason', () => {
    const rows = [...(english?.querySelectorAll('table')[0]?.querySelectorAll('tbody tr') ?? [])]
    const cells = (row: Element | undefined) => [...(row?.querySelectorAll('th, td') ?? [])].map(textOf)
    expect(rows.length).toBe(14)
    expect(cells(rows[10])).toEqual([
      ...['11', 'Lyngn 100', '75.0 (71.9–78.1)', '78.0 (73.8–82.2)'],
      '75.8 (72.8–78.8)place 6, five up (enters the top ten)',
      ...['+0.8 (−0.4 to 1.9)', 'clearly gains: +5.7 (4.5–6.9)'],
    ])
    expect(cells(rows[0]).slice(4)).toEqual([
      ...['80.0 (77.0–83.0)place 1, unchanged', '−5.0 (−6.1 to −3.9)', 'not clear: −0.1 (−1.3 to 1.1)'],
    ])
    const text = textOf(english)
    expect(text).toContain('Pilar: 41 ratings; 75 needed for a place')
    expect(text).toContain('Rimfrost: 18 ratings; 30 needed for a score')
    expect(text).not.toContain('70.3')
  })

  test('tells what other shares would do', () => {
    const made22 = htmlOf(
      digitalPublication(four, { share: 0.4, stated: { kendall_tau: 0.84, tau_low: 0.68, tau_high: 0.98 } }),
    )
    const section = (lang: string) => mainOf(pageAt(path(lang), made22))?.querySelector('#share')
    expect(textOf(section('en')?.querySelector('desc'))).toBe(
      'At most four of the top ten drop out, first at 40%. More drop out than chance can explain at 25% to 100%. Each share is judged on its own.',
    )
    expect(textOf(section('nb')?.querySelector('desc'))).toBe(
      'På det meste faller fire ut av topp ti, første gang ved 40 %. Flere faller ut enn tilfeldigheter kan forklare ved 25 % til 100 %. Hver andel er vurdert for seg.',
    )
    const rows = [...(section('en')?.querySelectorAll('tbody tr') ?? [])]
    expect(rows.length).toBe(21)
    expect([...(rows[8]?.querySelectorAll('th, td') ?? [])].map(textOf)).toEqual([
      ...['40%this barometer', '4', '1.9 (0–4)', 'yes', '0.84 (0.68–0.98)', 'Lyng, Myra, Nordås, Urd'],
    ])
    expect(textOf(english?.querySelector('#share desc'))).toContain(
      'At none of the 21 shares computed do more drop out than chance can explain.',
    )
  })

  test('tells what the order of the questions does', () => {
    const section = (lang: string, from = made) =>
      textOf(mainOf(pageAt(path(lang), from))?.querySelector('#order'))
    expect(section('en')).toContain(
      'Yes, in digital relevance: the half “Digital questions first” scores 4.1 points higher (2.4–5.8) than the half “Digital questions last”. That is a clear difference.No clear difference in customer satisfaction.',
    )
    expect(section('nb')).toContain(
      'Ja, i digital relevans: Halvdelen «Digitale spørsmål først» ligger 4,1 poeng høyere (2,4–5,8) enn halvdelen «Digitale spørsmål sist». Det er en klar forskjell.Ingen klar forskjell i kundetilfredshet.',
    )
    const alike = ballot.map((row) => ({ ...row, verdict: 'no_clear_difference' as const }))
    const none = htmlOf(digitalPublication(cellsOf(12), { experiments: alike }))
    expect(section('en', none)).toContain(
      'The order makes no clear difference in customer satisfaction and digital relevance.',
    )
    expect(section('nb', none)).toContain(
      'Rekkefølgen gir ingen klar forskjell i kundetilfredshet og digital relevans.',
    )
    const held = ballot.map((row, k) =>
      k === 0
        ? { ...row, n_b: 12, published: false, verdict: null, reason: 'too_few_ratings' as const }
        : row,
    )
    const few = section('en', htmlOf(digitalPublication(cellsOf(12), { experiments: held })))
    expect(few).toContain('12 ratings; 30 needed for a score')
    expect(few).not.toContain('71.3')
    const untested = ballot.map((row, k) =>
      k === 0 ? { ...row, difference: null, se: null, low: null, high: null, p_value: null } : row,
    )
    const same = section('en', htmlOf(digitalPublication(cellsOf(12), { experiments: untested })))
    expect(same).toContain('71.3 (70.1–72.5), n 64071.9 (70.7–73.1), n 655–cannot be tested')
    expect(same).not.toContain('No clear difference in customer satisfaction.')
    const without = htmlOf(digitalPublication(cellsOf(12)))
    expect(mainOf(pageAt(path('en'), without))?.querySelector('#order')).toBeNull()
    expect(pageAt(path('en'), without)).not.toContain('experiments.csv')
  })

  test('names a half by its value where the contract does not name it', () => {
    expect(textOf(mainOf(pageAt(path('en')))?.querySelector('#order'))).toContain(
      'the half “first” scores 4.1 points higher (2.4–5.8) than the half “last”',
    )
  })

  test('has the tables to download', () => {
    for (const table of ['combined', 'top_ten', 'experiments'])
      expect(pageAt(path('en'), made)).toContain(`2025/data/${table}.csv`)
  })

  test('is told of on the front page, with the verdict', () => {
    expect(textOf(mainOf(pageAt('en/2025/index.html', made)))).toContain(
      'Would the top ten be different?If digital relevance counted for 25% of the score, Lyng would enter the top ten, and Kvist & Sønner would drop out. That is no more than chance can explain.',
    )
    expect(pageAt('nb/2025/index.html', made)).toContain('href="digital/index.html"')
  })

  test('is told of on the page of each company', () => {
    const company = (id: string, lang: string) =>
      textOf(mainOf(pageAt(`${lang}/2025/company/${id}/index.html`, made))?.querySelector('#digital'))
    expect(company('lyng', 'en')).toContain(
      'If digital relevance counted for 25% of the score, the company would go from place 11 to 6 among 14. In these answers it would enter the top ten. Beside the average shift it clearly gains: +5.7 points (4.5–6.9).',
    )
    expect(company('lyng', 'nb')).toContain(
      'Hvis digital relevans telte 25 % av poengsummen, ville bedriften gått fra plass 11 til 6 av 14. Med disse svarene ville den kommet inn på topp ti. Mot gjennomsnittlig utslag vinner den klart: +5,7 poeng (4,5–6,9).',
    )
    expect(company('kvist-sønner', 'en')).toContain(
      'from place 10 to 11 among 14. In these answers it would drop out of the top ten. It neither clearly gains nor clearly loses on the others: −0.1 points',
    )
    expect(company('granbo', 'nb')).toContain('Mot gjennomsnittlig utslag taper den klart: −3,1 poeng')
    expect(company('aksla', 'en')).toContain('the company would keep place 1 among 14.')
    expect(company('aksla', 'nb')).toContain('ville bedriften beholdt plass 1 av 14.')
    expect(company('pilar', 'en')).toContain(
      'Not ranked with digital relevance, where only ratings with both indices count: 41 ratings; 75 needed for a place.',
    )
    expect(company('aksla', 'en')).toMatch(/n 100\.Would the top ten be different\?$/)
    const gone = { ...cellsOf(14) }
    const from = digitalPublication(gone)
    const rows = from.editions.map((edition) => ({
      ...edition,
      tables: {
        ...edition.tables,
        combined: edition.tables.combined.filter(({ company_id }) => company_id !== 'aksla'),
      },
    }))
    const bare = htmlOf({ ...from, editions: rows })
    expect(mainOf(pageAt('en/2025/company/aksla/index.html', bare))?.querySelector('#digital')).toBeNull()
  })

  test('keeps hostile names text, and per cent for shares alone', () => {
    for (const [at, html] of made) {
      expect(html, at).not.toContain('<script')
      expect(html, at).not.toContain('<b>Øde')
    }
    const name = hostileName.replace(/[\u202c\u202e]/g, '')
    expect(textOf(english?.querySelector('table')).replace(/[\u202c\u202e]/g, '')).toContain(name)
    const entering = htmlOf(
      digitalPublication(cellsOf(14, { lyng: 78 }), {
        names: { lyng: hostileName, 'kvist-sønner': '=1+1 <i>' },
      }),
    )
    expect(pageAt(path('nb'), entering)).not.toMatch(/<script|<i>/)
    for (const page of [english, norwegian])
      expect(textOf(page)).not.toMatch(/(points|poeng) ?%|% ?(points|poeng)/)
  })

  test('shows no figure of a company that is withheld, even where the table holds it by mistake', () => {
    const leaking = fourteen.editions.map((edition) => ({
      ...edition,
      tables: {
        ...edition.tables,
        combined: edition.tables.combined.map((row) =>
          row.published
            ? row
            : {
                ...row,
                ...{ score: 98.7, score_with: 98.7, score_combined: 98.7, low: 98.7, high: 98.7 },
                ...{ rank: 1, rank_combined: 1, shift: 98.7, shift_vs_mean: 98.7 },
                ...{ verdict: 'gains' as const, enters_top10: true, leaves_top10: true },
              },
        ),
      },
    }))
    for (const [at, html] of htmlOf({ ...fourteen, editions: leaking }))
      expect(html, at).not.toMatch(/98[.,]7/)
  })
})

describe('all pages of such an edition', () => {
  const files = filesOf(fourteen)
  const made = htmlOf(fourteen)

  test('link to what is there', () => {
    const broken = [...made].flatMap(([at, html]) =>
      [...parseHTML(html).document.querySelectorAll('[href], [src]')]
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
        .filter((target) => !/^([a-z]+:|#)/i.test(target))
        .map((target) => posix.join(posix.dirname(at), decodeURIComponent(target)))
        .filter((target) => {
          const [file = '', fragment] = target.split('#')
          const there = fragment === undefined || made.get(file)?.includes(`id="${fragment}"`)
          return !isData(file) && !(files.has(file) && there)
        })
        .map((target) => `${at}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('are valid, and light', async () => {
    const off = ['long-title', 'no-trailing-whitespace', 'void-style', 'doctype-style', 'tel-non-breaking']
    const check = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: Object.fromEntries(off.map((rule) => [rule, 'off'])),
    })
    const faults: string[] = []
    const few = htmlOf(digitalPublication(cellsOf(3)))
    const many = Array.from({ length: 155 }, (_, k) => [`c${k}`, [90 - k / 3, 50 + (k % 23)]] as const)
    const large = pageAt(path('nb'), htmlOf(digitalPublication(Object.fromEntries(many), { share: 0.5 })))
    expect(gzipSync(large).length).toBeLessThan(60_000)
    for (const [at, html] of [...made, ...few].filter(([at]) =>
      /digital|company\/lyng|2025\/index/.test(at),
    )) {
      expect(gzipSync(html).length, at).toBeLessThan(60_000)
      for (const { messages } of (await check.validateString(html, at)).results)
        faults.push(...messages.map(({ ruleId, message }) => `${at} ${ruleId}: ${message}`))
    }
    expect(faults).toEqual([])
  }, 60_000)

  test('have the same figures in both languages', () => {
    const numbers = (html: string) =>
      (
        html
          .slice(html.indexOf('<main'), html.indexOf('</main>'))
          .replace(/<[^>]*>/g, ' ')
          .replace(/(\d),(\d)/g, '$1.$2')
          .match(/[−+]?\d+(?:\.\d+)?/g) ?? []
      ).sort()
    for (const [at, html] of made)
      if (at.startsWith('nb/'))
        expect(numbers(html), at).toEqual(numbers(pageAt(at.replace(/^nb/, 'en'), made)))
  })
})
