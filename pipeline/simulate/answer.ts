export interface Scale {
  min: number
  max: number
}

/** A latent value on 0-100 as an answer: rounded to the scale and capped at its ends. */
export const answerAt = ({ min, max }: Scale, latent: number): number =>
  Math.min(max, Math.max(min, Math.floor(min + ((max - min) * latent) / 100 + 0.5)))
