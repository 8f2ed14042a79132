/** A text in both languages of the study. */
export interface Text {
  nb: string
  en: string
}
