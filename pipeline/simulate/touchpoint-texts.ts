/** The names of the touchpoints and their questions, without the ends of the scale. */
import type { Text } from './text.ts'

export interface TouchpointTexts {
  label: Text
  /** asked first: what was expected */
  before: Text
  /** asked right after: what was experienced */
  after: Text
  /** what the lowest and the highest answer of both mean */
  ends: Text
}

const goodness: Text = {
  nb: '1 betyr svært dårlig, 10 betyr svært god.',
  en: '1 means very poor, 10 means very good.',
}

export const touchpointTexts: Readonly<Record<string, TouchpointTexts>> = {
  advertising: {
    label: { nb: 'Reklame og nyhetsbrev', en: 'Advertising and newsletters' },
    before: {
      nb: 'Hvor nyttige ventet du at reklamen og nyhetsbrevene fra bedriften skulle være for deg?',
      en: "How useful to you did you expect the company's advertising and newsletters to be?",
    },
    after: {
      nb: 'Og hvor nyttige har du opplevd at reklamen og nyhetsbrevene er?',
      en: 'And how useful have you found the advertising and newsletters to be?',
    },
    ends: {
      nb: '1 betyr ikke nyttige i det hele tatt, 10 betyr svært nyttige.',
      en: '1 means not at all useful, 10 means very useful.',
    },
  },
  website: {
    label: { nb: 'Nettsidene', en: 'Website' },
    before: {
      nb: 'Hvor gode ventet du at nettsidene til bedriften skulle være?',
      en: "How good did you expect the company's website to be?",
    },
    after: {
      nb: 'Og hvor gode har du opplevd at nettsidene er?',
      en: 'And how good have you found the website to be?',
    },
    ends: { ...goodness, nb: '1 betyr svært dårlige, 10 betyr svært gode.' },
  },
  app: {
    label: { nb: 'Appen', en: 'App' },
    before: {
      nb: 'Hvor god ventet du at appen til bedriften skulle være?',
      en: "How good did you expect the company's app to be?",
    },
    after: {
      nb: 'Og hvor god har du opplevd at appen er?',
      en: 'And how good have you found the app to be?',
    },
    ends: goodness,
  },
  store: {
    label: { nb: 'Butikk eller betjent sted', en: 'Shop or counter' },
    before: {
      nb: 'Hvor god ventet du at betjeningen skulle være der bedriften tar imot kunder, for eksempel i butikken eller i en skranke?',
      en: 'How good did you expect the service to be where the company receives customers, such as in a shop or at a counter?',
    },
    after: {
      nb: 'Og hvor god har du opplevd at betjeningen der er?',
      en: 'And how good have you found the service there to be?',
    },
    ends: goodness,
  },
  delivery: {
    label: { nb: 'Bestilling og levering', en: 'Ordering and delivery' },
    before: {
      nb: 'Hvor godt ventet du at bestilling og levering skulle fungere?',
      en: 'How well did you expect ordering and delivery to work?',
    },
    after: {
      nb: 'Og hvor godt har du opplevd at bestilling og levering fungerer?',
      en: 'And how well have you found ordering and delivery to work?',
    },
    ends: {
      nb: '1 betyr svært dårlig, 10 betyr svært godt.',
      en: '1 means very badly, 10 means very well.',
    },
  },
  invoice: {
    label: { nb: 'Regning og betaling', en: 'Bill and payment' },
    before: {
      nb: 'Hvor enkelt ventet du at det skulle være å betale regningen fra bedriften?',
      en: "How easy did you expect it to be to pay the company's bill?",
    },
    after: {
      nb: 'Og hvor enkelt har du opplevd at det er?',
      en: 'And how easy have you found it to be?',
    },
    ends: {
      nb: '1 betyr svært vanskelig, 10 betyr svært enkelt.',
      en: '1 means very difficult, 10 means very easy.',
    },
  },
  phone: {
    label: { nb: 'Kundeservice på telefon', en: 'Customer service by telephone' },
    before: {
      nb: 'Hvor god hjelp ventet du å få da du ringte kundeservice?',
      en: 'How good did you expect the help to be when you called customer service?',
    },
    after: {
      nb: 'Og hvor god hjelp har du opplevd å få?',
      en: 'And how good has the help been?',
    },
    ends: goodness,
  },
}
