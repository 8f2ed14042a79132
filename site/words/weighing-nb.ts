/** Weights, sampling units and panels in bokmål. */
import { neuter, number } from './counting-nb.ts'
import type { weighing as english } from './weighing-en.ts'

const sameForAll = 'Vekten til en person er den samme for alle bedriftene personen har vurdert.'

export const weighing: typeof english = {
  weightedBy: (weighting, level) =>
    ({
      none: 'Svarene i denne utgaven er ikke vektet: Alle som har svart, har samme vekt.',
      delivered:
        level === 'rating'
          ? 'Hver vurdering teller med vekten som fulgte med den.'
          : 'Hver person teller med vekten som fulgte med svarene. Den er den samme for alle bedriftene personen har vurdert.',
      raked:
        'Svarene er vektet til kjente andeler i befolkningen (raking). Hvor mye det har endret, står nedenfor.',
      trimmed:
        'Svarene er vektet, og ingen vekt er svært liten eller svært stor (trimming). Grensene står nedenfor.',
      raked_and_trimmed:
        'Svarene er vektet til kjente andeler i befolkningen (raking), og ingen vekt er svært liten eller svært stor (trimming). Hvor mye det har endret, står nedenfor.',
    })[weighting],

  weightsHead: 'Vekter og utvalg',
  notWeighted: 'Svarene er ikke vektet: Alle som har svart, teller likt.',
  weightDelivered: (level) =>
    level === 'rating'
      ? 'Hver vurdering teller med vekten som fulgte med den.'
      : `Vektene fulgte med svarene. ${sameForAll}`,
  raked: (groups) =>
    `Noen grupper er større blant dem som svarte, enn i befolkningen, og andre er mindre. Svarene er derfor vektet til kjente andeler i befolkningen etter ${groups} (raking): Personer fra grupper med for få svar teller mer, og andre mindre, til alle andelene stemmer. ${sameForAll}`,
  trimmedTo: (low, high) =>
    `Ingen teller for mindre enn ${low} eller mer enn ${high} ganger gjennomsnittet (trimming).`,
  nothingTrimmed: 'Ingen vekt lå utenfor disse grensene.',
  trimRounds: (rounds, raked) =>
    `Vekter utenfor ble satt til grensen${raked ? ', og rakingen gjort på nytt,' : ''} ${rounds === 1 ? 'én gang' : `${number(rounds)} ganger`}, til ${raked ? 'både andeler og grenser' : 'alle grensene'} holdt.`,
  weightsBefore: (before, after) =>
    `Før det lå vektene mellom ${before[0]} og ${before[1]} ganger gjennomsnittet, og nå ligger de mellom ${after[0]} og ${after[1]}.`,
  weightsLie: (low, high) => `Vektene ligger mellom ${low} og ${high} ganger gjennomsnittet.`,
  designEffect: (effect) =>
    `Ulike vekter svekker presisjonen: etter Kishs tommelfingerregel omtrent like mye som å dele utvalget på ${effect} (designeffekten av vektingen).`,
  effective: (respondents, effective) =>
    `${respondents === undefined ? 'Alle vurderingene' : `De ${respondents} som svarte,`} teller til sammen som omtrent ${effective} med like vekter.`,
  residuals:
    'Andeler som er fastsatt med raking, er ikke lenger overlatt til tilfeldighetene. Standardfeilene, og dermed intervallene, tar hensyn til det: De bygger på det gruppene ikke forklarer (residualene fra en regresjon på dem). Andelene i befolkningen regnes som helt sikre.',

  marginsCaption:
    'Gruppene som svarene er vektet etter: andelen i befolkningen (målet), og blant dem som svarte, før og etter vekting',
  marginGroup: 'Gruppe',
  marginTarget: 'Mål',
  marginBefore: 'Før',
  marginAfter: 'Etter',
  baseHead: 'n',
  marginsWithheld: (minimum) =>
    `Vises ikke: Der en gruppe har færre enn ${minimum} personer, er antallene og andelene før vekting utelatt for hele inndelingen.`,
  sweeps: (sweeps) =>
    `Etter ${number(sweeps)} ${sweeps === 1 ? 'runde' : 'runder'} gjennom gruppene stemmer hver andel med målet innenfor 0,0001 prosentpoeng.`,

  unitsAre: (units, respondents, clustered) =>
    clustered
      ? `Personer er trukket i grupper (klynger): De ${respondents} som svarte, utgjør ${units} utvalgsenheter. Intervallene regner med gruppene og ikke personene, fordi personer i samme gruppe kan svare likt.`
      : `Hver av de ${units} som svarte, er en utvalgsenhet. Det én person sier om flere bedrifter, regnes sammen.`,
  strataAre: (strata) =>
    strata === 1
      ? 'Utvalget er trukket innenfor én del av befolkningen (stratum), og intervallene tar hensyn til det.'
      : `Utvalget er trukket hver for seg i ${neuter(strata)} deler av befolkningen (strata), og intervallene tar hensyn til det.`,
  noStrata: 'Utvalget regnes som trukket fra hele befolkningen under ett.',
  panelIs: (panel) =>
    panel
      ? 'De samme personene kan svare i flere utgaver (et panel). I endringer regnes de som svarte i begge utgavene, som de samme personene.'
      : 'De som har svart i ulike utgaver, regnes som ulike personer.',
}
