import type { Text } from './text.ts'
import { touchpointTexts } from './touchpoint-texts.ts'

const agreement: Text = {
  nb: '1 betyr helt uenig, 7 betyr helt enig.',
  en: '1 means completely disagree, 7 means completely agree.',
}
const fully: Text = {
  nb: '1 betyr helt uenig, 10 betyr helt enig.',
  en: '1 means completely disagree, 10 means completely agree.',
}
const satisfied: Text = {
  nb: '1 betyr svært misfornøyd, 10 betyr svært fornøyd.',
  en: '1 means very dissatisfied, 10 means very satisfied.',
}
const ask = (nb: string, en: string, ends: Text): Text => ({ nb: `${nb} ${ends.nb}`, en: `${en} ${ends.en}` })

const core: Readonly<Record<string, Text>> = {
  sat_overall: ask(
    'Tenk på alt du har opplevd med denne bedriften. Hvor fornøyd eller misfornøyd er du alt i alt?',
    'Think of everything you have experienced with this company. All in all, how satisfied or dissatisfied are you?',
    satisfied,
  ),
  sat_expect: ask(
    'Hvordan er bedriften sammenlignet med det du hadde ventet deg?',
    'How does the company compare with what you had expected?',
    {
      nb: '1 betyr mye dårligere enn ventet, 10 betyr mye bedre enn ventet.',
      en: '1 means much worse than expected, 10 means much better than expected.',
    },
  ),
  sat_ideal: ask(
    'Se for deg en bedrift i denne bransjen som er akkurat slik du ønsker deg. Hvor nær kommer denne bedriften et slikt ideal?',
    'Imagine a company in this industry that is just as you would wish it to be. How close does this company come to that ideal?',
    {
      nb: '1 betyr svært langt unna, 10 betyr svært nær.',
      en: '1 means very far away, 10 means very close.',
    },
  ),
  sat_latest: ask(
    'Tenk på siste gang du brukte eller var i kontakt med bedriften. Hvor fornøyd eller misfornøyd var du den gangen?',
    'Think of the last time you used or were in touch with the company. How satisfied or dissatisfied were you that time?',
    satisfied,
  ),
  repurchase: ask(
    'Hvor sannsynlig er det at du velger denne bedriften neste gang også?',
    'How likely are you to choose this company next time, too?',
    {
      nb: '1 betyr svært lite sannsynlig, 10 betyr svært sannsynlig.',
      en: '1 means very unlikely, 10 means very likely.',
    },
  ),
  rec: ask(
    'Hvor sannsynlig er det at du vil anbefale bedriften til venner eller kolleger?',
    'How likely are you to recommend the company to friends or colleagues?',
    {
      nb: '0 betyr ikke sannsynlig i det hele tatt, 10 betyr svært sannsynlig.',
      en: '0 means not at all likely, 10 means very likely.',
    },
  ),
  advice_fits: ask(
    'På nettsidene og i appen til bedriften får jeg råd som passer for meg.',
    "On the company's website and in its app I get advice that suits me.",
    agreement,
  ),
  offers_new: ask(
    'På nett tilbyr bedriften meg ting som jeg trenger og ikke allerede har.',
    'Online, the company offers me things that I need and do not already have.',
    agreement,
  ),
  recognised_site: ask(
    'På nettsidene til bedriften blir jeg kjent igjen som kunde.',
    "On the company's website I am recognised as a customer.",
    agreement,
  ),
  recognised: ask(
    'På nett kjenner bedriften meg igjen og henvender seg til meg som den jeg er.',
    'Online, the company recognises me and addresses me as the person I am.',
    agreement,
  ),
  works_first: ask(
    'Ting virker på første forsøk hos denne bedriften.',
    'With this company, things work the first time.',
    fully,
  ),
  effort: ask(
    'Jeg må bruke mye tid og krefter på å få bedriften til å ordne det den skal.',
    'It takes me a lot of time and effort to get the company to do what it should.',
    fully,
  ),
  extra_perks: ask(
    'Bedriften gir meg fordeler utover det jeg betaler for.',
    'The company gives me benefits beyond what I pay for.',
    fully,
  ),
  extra_mile: ask(
    'Bedriften gjør det lille ekstra for kundene sine.',
    'The company goes the extra mile for its customers.',
    fully,
  ),
  promise_kept: ask('Bedriften holder det den lover.', 'The company keeps its promises.', fully),
  promise_honest: ask(
    'Reklamen gir et ærlig bilde av det bedriften leverer.',
    'The advertising gives an honest picture of what the company delivers.',
    fully,
  ),
  need: ask(
    'Tenk på siste gang du var i kontakt med bedriften. I hvilken grad fikk du det du trengte?',
    'Think of the last time you were in touch with the company. To what extent did you get what you needed?',
    { nb: '1 betyr ikke i det hele tatt, 5 betyr fullt ut.', en: '1 means not at all, 5 means fully.' },
  ),
}

const meetings = Object.entries(touchpointTexts).flatMap(
  ([id, { before, after, ends }]): [string, Text][] => [
    [`exp_${id}`, ask(before.nb, before.en, ends)],
    [`per_${id}`, ask(after.nb, after.en, ends)],
  ],
)

/** The questions as respondents read them. */
export const questions: Readonly<Record<string, Text>> = { ...core, ...Object.fromEntries(meetings) }

/** Names of the indices, and why they are measured. */
export const indexTexts: Readonly<Record<string, { label: Text; why: Text }>> = {
  satisfaction: {
    label: { nb: 'Kundetilfredshet', en: 'Customer satisfaction' },
    why: {
      nb: 'Ett enkelt svar svinger med dagsformen. Snittet av fire svar, om helheten, forventningene, idealet og siste gang, er et sikrere mål på hvor fornøyde kundene er.',
      en: 'A single answer shifts with the mood of the day. The mean of four, on the whole, the expectations, the ideal and the last time, is a surer measure of how satisfied customers are.',
    },
  },
  loyalty: {
    label: { nb: 'Kundelojalitet', en: 'Customer loyalty' },
    why: {
      nb: 'Også fornøyde kunder kan bytte. Derfor spør vi om de vil velge bedriften neste gang også.',
      en: 'Satisfied customers leave, too. So we ask whether they would choose the company next time, too.',
    },
  },
  digital_relevance: {
    label: { nb: 'Digital relevans', en: 'Digital relevance' },
    why: {
      nb: 'De fleste møter mellom kunde og bedrift skjer nå på nett. Tre spørsmål viser om kundene blir møtt som dem de er, eller som fremmede.',
      en: 'Most meetings between customer and company now take place online. Three questions show whether customers are met as the people they are, or as strangers.',
    },
  },
  just_works: {
    label: { nb: 'Det bare virker', en: 'It just works' },
    why: {
      nb: 'Strøm, bank og buss skal virke uten at kunden må tenke på det. To svar viser hvor lett det går, også for den som har et problem.',
      en: 'Power, banks and buses should work without the customer having to think about it. Two answers show how smoothly it goes, also for those who have a problem.',
    },
  },
  extras: {
    label: { nb: 'Det lille ekstra', en: 'The little extra' },
    why: {
      nb: 'Noen ganger gleder det lille ekstra, andre ganger er det bare pynt. For å vite hva det er verdt, må vi spørre om det for seg.',
      en: 'Sometimes a little extra delights, sometimes it is mere frosting. To know what it is worth we must ask about it separately.',
    },
  },
  promises: {
    label: { nb: 'Holdte løfter', en: 'Promises kept' },
    why: {
      nb: 'Store løfter skaper store forventninger. To svar viser om bedriften lover det den kan holde.',
      en: 'Big promises raise big expectations. Two answers show whether the company promises what it can deliver.',
    },
  },
}
