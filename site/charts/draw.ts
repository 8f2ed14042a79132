/** Observable Plot drawn on the server: one document for all charts, and the drawing made fit for a page. */
import { type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'

const { document } = parseHTML('<!doctype html><html><body></body></html>')

/**
 * The drawing as SVG text. Plot's style element is left out (its rules are in charts.css), labels that it puts on
 * groups are too, and coordinates have two decimals.
 */
export function draw(options: PlotOptions): string {
  const svg = plot({ ...options, document: document as unknown as Document, className: 'plot' })
  return svg.outerHTML.replace(/<style>[^<]*<\/style>/, '').replace(/<[a-z][^>]*>/gi, (tag) =>
    tag
      .replace(/ aria-[a-z]+="[^"]*"/g, '')
      .replace(/ (?:font-family|font-size)="[^"]*"/g, '')
      .replace(/-?\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100)),
  )
}

/** The drawing with the nth mark of a group singled out by the class `this`. */
export const singledOut = (svg: string, group: string, mark: string, place: number): string =>
  svg.replace(new RegExp(`<g[^>]* class="${group}"[^>]*>.*?</g>`, 's'), (found) => {
    let seen = 0
    return found.replaceAll(`<${mark} `, (tag) => (seen++ === place ? `${tag}class="this" ` : tag))
  })

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)

/** The drawing as a picture with a title and a description, for those who do not see it. */
export function labelled(svg: string, id: string, title: string, description: string): string {
  return svg.replace(
    /^<svg([^>]*)>/,
    `<svg$1 role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${safe(title)}</title><desc id="${id}-d">${safe(description)}</desc>`,
  )
}

/** Escaped for markup, and `$` doubled since it has a meaning in a replacement. */
const safe = (text: string) => escaped(text).replace(/\$/g, '$$$$')
