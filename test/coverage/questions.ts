/** The questions of the simulated surveys. */
export interface Question {
  id: string
  min: number
  max: number
  /** how often the answer is "don't know", among the moderately engaged */
  unknown: number
}

/** Code of "don't know". */
export const dontKnow = 98

const ten = { min: 1, max: 10 }

/** shift: of the latent answers to the questions of the index */
export const indices: readonly { id: string; shift: number; items: readonly Question[] }[] = [
  {
    id: 'satisfaction',
    shift: 0,
    items: [
      { id: 'sat', ...ten, unknown: 0.02 },
      { id: 'expect', ...ten, unknown: 0.06 },
      { id: 'ideal', ...ten, unknown: 0.05 },
    ],
  },
  {
    id: 'loyalty',
    shift: -0.2,
    items: [
      { id: 'again', ...ten, unknown: 0.04 },
      { id: 'rec', min: 0, max: 10, unknown: 0.05 },
    ],
  },
  {
    id: 'digital_relevance',
    shift: -0.5,
    items: [
      { id: 'fits', ...ten, unknown: 0.12 },
      { id: 'offers', ...ten, unknown: 0.18 },
      { id: 'recognised', ...ten, unknown: 0.15 },
    ],
  },
]

export const netPromoter = 'rec'
export const questions: readonly Question[] = indices.flatMap(({ items }) => items)
