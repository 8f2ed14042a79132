/** The steps of the method page that explain scores, in bokmål: section, heading and text. */
import type { explainSteps as english } from './explain-steps-en.ts'

export const explainSteps: typeof english = [
  [
    '17',
    'Gap i kontaktpunktene',
    'Der kundene svarer på hva de ventet av et kontaktpunkt, og hva de fikk, er gapet det ene minus det andre, fra de samme vurderingene. En diagnose spør først om gapet er klart verre enn i resten av bransjen, og så om forventet pluss opplevd er klart høyere eller lavere der, med metoden til Benjamini og Hochberg.',
  ],
  [
    '18',
    'Dekket behov',
    'Der kundene svarer på om de fikk det de trengte, settes lojaliteten til dem som fikk det, opp mot lojaliteten til dem som ikke gjorde det.',
  ],
  [
    '19',
    'Hva bedriftene tror',
    'Der folk i bedriftene svarer på hva de tror at kundene svarer, settes det opp mot svarene. Diagnosen følger den første raden som passer i tabellen i denne paragrafen.',
  ],
  [
    '20',
    'Kundegrupper',
    'En gruppe sammenlignes med alle de andre kundene, og en bedrifts gruppe med den samme gruppen i resten av bransjen. Begge deler tar hensyn til personene de har felles, og bruker metoden til Benjamini og Hochberg.',
  ],
  [
    '21',
    'Hva som driver en indeks',
    'Der undersøkelsen sier hva som kan forklare en indeks, er betydningen andelen av det alt dette forklarer til sammen. Om det skader når det svikter, gleder når det er bra, eller begge deler, følger av dem i begge ender av skalaen. Råd gis bare der betydningen, virkemåten og kostnaden er klare.',
  ],
  [
    '22',
    'Små grupper',
    'Hva en liten gruppe svarte, vises verken direkte eller som forskjellen mellom andre tall. Der ett tall ville følge av andre, holdes også et annet tilbake, og før tallene publiseres, forsøker et program som bare ser de publiserte filene, å regne ut de tilbakeholdte tallene.',
  ],
]
