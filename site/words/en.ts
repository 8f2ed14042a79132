/** English (British). Every language has the same shape; see SiteWords at the end. */
import type { WaveRow } from '../../pipeline/tables.ts'
import { type Name, plain, type Sentence, say, series } from '../sentence.ts'
import { ballots } from './ballot-en.ts'
import { believing } from './beliefs-en.ts'
import { comparing } from './comparing-en.ts'
import { listed, many, Number_, number, ratings } from './counting-en.ts'
import { driving } from './drivers-en.ts'
import { explainSteps } from './explain-steps-en.ts'
import { gapping } from './gaps-en.ts'
import { grouping } from './groups-en.ts'
import { journeying } from './journey-en.ts'
import { mixing } from './mixing-en.ts'
import { weighing } from './weighing-en.ts'

/** How the sample of an edition was treated. */
interface Sampling {
  weighting: WaveRow['weighting']
  /** what a weight belongs to */
  level: 'respondent' | 'rating'
  stratified: boolean
  clustered: boolean
  panel: boolean
}

export const en = {
  ...believing,
  ...comparing,
  ...driving,
  ...gapping,
  ...grouping,
  ...journeying,
  ...ballots,
  ...mixing,
  ...weighing,
  language: 'English',
  list: (names: readonly (Name | Sentence)[]): Sentence => series(names, 'and'),
  /** the same of plain words */
  and: listed,

  skip: 'Skip to content',
  home: 'Home',
  pages: 'Pages',
  languages: 'Language',
  here: 'You are here',
  editions: 'Editions',
  edition: (wave: string) => `${wave} edition`,
  older: (newest: Name) => say`This is an older edition. The newest is ${newest}.`,
  simulated: 'Simulated answers.',
  simulatedMore: 'These pages show how the barometer works. The figures say nothing about real companies.',
  madeBy: (program: string) => `Made with ${program}.`,
  publishedBy: (name: Name) => say`Published by ${name}.`,
  licence: 'Licence',
  contact: 'Contact',

  companies: 'Companies',
  company: 'Company',
  industry: 'Industry',
  industries: 'Industries',
  index: 'Index',
  place: 'Place',
  points: 'Score',
  pointsHead: (percent: string) => `Score, ${percent} interval, base`,
  change: 'Change',
  wave: 'Edition',
  base: (n: string) => `n ${n}`,
  placeOf: (places: string, count: string) => `${places} of ${count}`,
  placeAmongAll: 'Place among all',
  placeInIndustry: 'Place in the industry',
  notRanked: 'Not ranked',
  noInterval: 'no interval: too few respondents',
  tooFew: (n: string, needed: string) => `${ratings(n)}; ${needed} needed for a score`,
  tooFewToRank: (n: string, needed: string) => `${ratings(n)}; ${needed} needed for a place`,
  noVariation: 'not shown: no spread that could be measured',
  noCompanyShown: 'none of the companies has a score that can be shown',
  withheld: 'not shown',

  leadsAlone: (name: Name, index: Name) => say`${name} leads alone in ${index}`,
  leadsAloneMore: (others: number) =>
    others === 1
      ? 'Its lead over the other ranked company is larger than chance can explain.'
      : `Its lead over each of the ${number(others)} other ranked companies is larger than chance can explain.`,
  tied: (count: number, everyone: boolean, index: Name, names: Sentence) =>
    everyone
      ? count === 2
        ? say`The two ranked companies cannot be told apart in ${index}: ${names}`
        : say`None of the ${number(count)} ranked companies can be told apart in ${index}: ${names}`
      : say`${Number_(count)} companies cannot be told apart at the top in ${index}: ${names}`,
  others: (count: number) => say`${number(count)} ${many(count, 'other', 'others')}`,
  tiedMore:
    'Any differences between their scores are no larger than chance can explain. The order within the group means nothing.',
  mayLead: (name: Name, index: Name) =>
    say`Only ${name} can be first in ${index}, but it is not clearly ahead of everyone`,
  mayLeadMore:
    'Every other ranked company is clearly behind somebody, but not all of them are clearly behind this one.',
  onlyOne: (name: Name, index: Name) => say`Only ${name} has enough ratings for a place in ${index}`,
  nothingAsked: 'No index has figures in this edition',
  noneRanked: (index: Name) => say`No company has enough ratings for a place in ${index}`,

  changedHead: (before: string | undefined) =>
    before === undefined ? 'What changed' : `What changed since ${before}`,
  clearChanges: (clear: number, compared: number, index: Name) =>
    say`${Number_(clear)} clear ${many(clear, 'change', 'changes')} in ${index}, out of ${number(compared)} ${many(compared, 'comparison', 'comparisons')}.`,
  noClearChange: (compared: number, index: Name) =>
    say`No clear change in ${index}, out of ${number(compared)} ${many(compared, 'comparison', 'comparisons')}.`,
  nothingCompared: (index: Name) => say`No company could be compared with the edition before in ${index}.`,
  brokenSeries: (index: Name) =>
    say`The questions behind ${index} were changed since the edition before. The figures cannot be compared across that break.`,
  firstEdition: 'This is the first edition, so there is nothing to compare with.',
  firstOfIndex: (index: Name) => say`${index} was asked for the first time in this edition.`,
  allChanges: (index: Name) => say`All clear changes in ${index}`,
  went: (name: Name, up: boolean, points: string, interval: string, score: string) =>
    say`${name} went ${up ? 'up' : 'down'} by ${points} points (${interval}), to ${score}`,
  holm: (percent: string) =>
    `When many companies are compared, some will move by chance alone. The bar is therefore raised by Holm’s method: for each index, the chance of reporting even one change that is not there is at most ${percent}.`,
  verdict: {
    up: 'clearly up',
    down: 'clearly down',
    no_clear_change: 'no clear change',
    not_comparable: 'not comparable with the edition before',
    new: 'new in this edition',
    base_too_small: 'too few ratings to compare',
    first_wave: 'first edition',
  },
  changeIs: (points: string, interval: string) => `${points} (${interval})`,
  industryChange: (aggregate: 'companies' | 'ratings'): string =>
    aggregate === 'companies'
      ? 'The mean is over the companies shown in each edition. Whether it changed is judged by those shown both times.'
      : 'The mean is over the ratings counted in each edition, so a change may come from companies that entered or left.',

  readHead: 'How to read the figures',
  read: (percent: string, minimum: string, shown: string): [term: string, meaning: string][] => [
    [
      'Score',
      'Every answer is placed on a scale from 0 to 100, where 100 is the best possible answer. A company’s score is the mean. Points are not per cent.',
    ],
    [
      'Interval',
      `Only a sample of the customers was asked. The interval, in brackets and as a line in the charts, shows how far the score could have moved with another sample. It is made so that in ${percent} of surveys like this one it holds the score that all customers would have given.`,
    ],
    [
      'n',
      `The base: how many ratings the score rests on. A rating is one person’s answers about one company. Below ${shown} no score is shown; below ${minimum} a company gets no place.`,
    ],
    [
      'Place 2–5',
      'A range of places that the data cannot rule out. Companies whose ranges meet the same place may well be equal: nobody is named as best among them.',
    ],
    [
      'Clear',
      'A difference is called clear when it is too large to put down to chance, counting all the comparisons made. Two intervals may overlap a little and the difference still be clear, or the other way about. The interval of a single change or difference may leave out 0 while the verdict says no clear change or difference: the interval looks at one comparison, the verdict counts them all (Holm’s method).',
    ],
  ],

  topHead: (count: number, index: Name) =>
    count === 1
      ? say`The highest score in ${index} among ranked companies`
      : say`The ${number(count)} highest scores in ${index} among ranked companies`,
  wholeRanking: 'The whole ranking',
  otherIndices: 'The other indices',
  chartTitle: (index: Name, wave: string) => say`${index} ${wave}: score and interval`,
  /** `open`: not every score has an interval */
  chartSays: (count: number, low: string, high: string, percent: string, open: boolean) =>
    count === 1
      ? `One company, with the score ${low}${open ? '' : ` and its ${percent} interval`}.`
      : `${Number_(count)} companies with scores from ${low} to ${high}, each with its ${percent} interval${open ? ' where there is one' : ''}.`,
  chartKey: (percent: string, average: string | undefined, open: boolean) =>
    `Dot: score. Line: ${percent} interval.${open ? ' Open dot, at the end: too few ratings for a place.' : ''}${average === undefined ? '' : ` Dashed: all companies together, ${average}.`} The axis does not start at 0.`,
  smallKey: (percent: string) =>
    `Dot: score. Line: ${percent} interval. Open dot, at the end: too few ratings for a place. Dashed: all companies together. The axis does not start at 0.`,
  rankingCaption: (index: Name, wave: string) => say`${index} ${wave}: ranked companies`,
  unrankedHead: 'Listed, not ranked',
  unrankedWhy: (minimum: string, shown: string) =>
    `A place takes at least ${minimum} ratings, and a score at least ${shown}. With fewer, the figure says more about who happened to answer than about the company.`,
  byIndustry: 'Industry by industry',
  basisHead: 'What was asked',
  scaleIs: (min: number, max: number) => `answered from ${min} to ${max}`,
  reversed: 'a high answer is bad, and is turned round',
  fieldwork: (dates: string) => `Fieldwork ${dates}.`,
  mode: (mode: string) => `Mode: ${mode}.`,
  minItems: (min: number, all: number) => {
    if (min > all)
      return `A rating takes at least ${number(min)} answers, but only ${number(all)} ${many(all, 'question was', 'questions were')} asked, so no rating counts.`
    if (all === 1) return 'A rating counts if the question was answered.'
    if (min === all)
      return `A rating counts if ${all === 2 ? 'both' : `all ${number(all)}`} questions were answered.`
    return `A rating counts if at least ${number(min)} of the ${number(all)} questions ${many(min, 'was', 'were')} answered.`
  },
  baseIs: (n: string) => `Base: ${ratings(n)}.`,
  downloads: 'Download the figures',
  table: 'Table',

  industryScore: (name: Name) => say`${name} as a whole`,
  industryCaption: (industry: Name, index: Name, wave: string) =>
    say`${index} ${wave}: companies in ${industry}`,
  pairsHead: 'Who differs from whom',
  pairs: (clear: number, all: number) => {
    if (all === 1) return `The two ranked companies ${clear === 1 ? 'differ' : 'do not differ'} clearly.`
    const pairs = 'pairs of ranked companies'
    if (clear === 0)
      return `${all === 2 ? 'Neither' : 'None'} of the ${number(all)} ${pairs} differs clearly.`
    if (clear === all) return `${all === 2 ? 'Both' : `All ${number(all)}`} ${pairs} differ clearly.`
    return `${Number_(clear)} of the ${number(all)} ${pairs} ${many(clear, 'differs', 'differ')} clearly.`
  },
  pairsHolm: (tested: number) =>
    `The verdicts count ${tested === 2 ? 'both' : `all ${number(tested)}`} comparisons, by Holm’s method. The interval of a single difference counts only that one, so it may leave out 0 without the difference being clear.`,
  pairIs: (higher: Name, lower: Name, points: string, interval: string) =>
    say`${higher} is above ${lower} by ${points} points (${interval})`,
  noPairs: 'Too few ranked companies to compare.',

  history: 'Over the years',
  historyTitle: (name: Name, index: Name) => say`${name}: ${index} over the years`,
  historySays: (count: number, first: string, last: string, open: boolean) =>
    count === 1
      ? `One edition, ${first}${open ? '' : ', with its interval'}.`
      : `${Number_(count)} editions from ${first} to ${last}, each with its interval${open ? ' where there is one' : ''}.`,
  historyKey: 'Dots and lines: score and interval. Grey: the industry.',
  pastSays: (count: number, first: string, last: string) =>
    count === 1
      ? `One score published elsewhere, of ${first}.`
      : `${Number_(count)} scores published elsewhere, from ${first} to ${last}.`,
  pastKey: (sources: Sentence): Sentence =>
    say`Small open dots: scores as published elsewhere (${sources}), not computed here. The years on the axis do not always follow each other directly.`,
  pastSources: 'the sources stand in the table',
  pastSeam:
    'Dotted upright line: the series is cut there. The scores on its two sides may have been made in different ways, so no change is computed across it.',
  pastNoInterval: 'no interval published',
  pastNoBase: 'n not stated',
  pastSource: 'Source',
  waveOrYear: 'Edition or year',
  allTogether: 'All companies together',
  amongIndustry: (industry: Name) => say`Beside the others in ${industry}`,
  ownKey: 'Bold: this company.',
  historyNone: 'No score in any edition yet.',
  answersHead: 'All answers',
  answersWhy: 'Every answer to every question, the bad ones too.',
  columnsWhy: 'The columns show how many per cent of those who answered chose each step of the scale.',
  itemFacts: (mean: string, min: number, max: number, n: string) =>
    `Mean ${mean} on the scale ${min}–${max}; ${n} answered`,
  dontKnow: (n: string) => `${n} did not know`,
  refused: (n: string) => `${n} would not say`,
  notApplicable: (n: string) => `${n} said it did not apply`,
  notAsked: (n: string) => `${n} ${many(Number(n), 'was', 'were')} not asked or left it blank`,
  answer: 'Answer',
  answersCount: 'Ratings',
  share: 'Share',
  interval: 'Interval',
  answersSays: (answers: readonly string[], share: string) =>
    answers.length === 1
      ? `The most common answer is ${answers[0]} (${share}).`
      : `The most common answers are ${listed(answers)} (${share} each).`,
  promoterHead: 'Net promoter score',
  promoterWhat:
    'Those who answer 9 or 10 are promoters, those who answer 0 to 6 detractors. The net promoter score is the share of promoters minus the share of detractors: a number from −100 to 100, not a percentage.',
  promoterParts: (promoters: string, passives: string, detractors: string) =>
    `${promoters} promoters, ${passives} in between, ${detractors} detractors.`,
  changesHead: 'Since the edition before',
  since: (wave: string) => `In the barometer since ${wave}.`,
  newIn: (wave: string) => `New in the ${wave} edition.`,
  until: (wave: string) => `Last edition: ${wave}.`,
  tookOver: (name: Name) => say`Now part of ${name}, which took over.`,
  website: 'Website',

  method: 'Method',
  methodLead: (wave: string) =>
    `How the figures of the ${wave} edition came about, and how far they can be trusted.`,
  fieldworkHead: 'Fieldwork',
  fieldworkCaption: 'Each edition: when, how and how many',
  dates: 'Dates',
  modeHead: 'Mode',
  respondents: 'Respondents',
  ratingsHead: 'Ratings',
  notStated: 'not stated',
  rulesHead: 'What is shown',
  rules: (minimum: string, shown: string) => [
    `With fewer than ${shown} ratings no figure is published for a company. It is named, with the number of ratings.`,
    `With ${shown} ratings or more, but fewer than ${minimum}, the score is shown with its interval, but the company gets no place.`,
    'A figure whose answers have no spread that could be measured is not shown: its interval would have no width.',
    'Don’t know, refused and blank answers do not count as any score. They are counted and shown for each question.',
    'Where the questions of an index, the weights or the sampling units are not those of the edition before, no change is computed.',
  ],
  pastRule:
    'Scores of years without answers are shown as they were published elsewhere, each with its source. They get no place, and no change is computed to or from them. Where the source gives a standard error, the interval is made from it by the normal distribution.',
  steps: (
    percent: string,
    aggregate: 'companies' | 'ratings',
    { weighting, level, stratified, clustered, panel }: Sampling,
  ): [section: string, head: string, text: string][] => [
    [
      '1',
      'From question to 0–100',
      'The lowest answer on a scale becomes 0 and the highest 100. Questions where a high answer is bad are turned round.',
    ],
    [
      '2',
      'From questions to index',
      'A rating’s index is the mean of the questions that were answered, if enough of them were.',
    ],
    ['3', 'Weights', weighing.weightedBy(weighting, level)],
    [
      '4',
      'Interval',
      `The ${percent} intervals take into account ${listed([
        'that one person may have rated several companies',
        ...(clustered ? ['that people were drawn in groups (clusters)'] : []),
        ...(weighting === 'none' ? [] : ['that the answers are weighted']),
        ...(stratified ? ['that the sample was drawn in strata'] : []),
      ])}.`,
    ],
    [
      '5',
      'Questions and answers',
      'For each question the mean, and the share of each answer, are shown with their bases.',
    ],
    ['6', 'Net promoter score', 'The share answering 9 or 10 minus the share answering 0 to 6.'],
    [
      '7',
      'Changes',
      `A change is called clear when Holm’s method, over all companies of the index, finds it too large for chance.${aggregate === 'companies' ? ' A change of an industry compares the companies that were shown both times, so that no company moves it by joining or leaving.' : ''}${panel ? ` ${comparing.panelChanges}` : ''}`,
    ],
    [
      '8',
      'Pairs',
      'Companies in one industry are compared two by two, and each with the rest of the industry, with Holm’s method and with the people they share taken into account.',
    ],
    [
      '9',
      'Places',
      'A place is given as a range: the best and the worst that the data allow when all pairs are tested together. If one company’s range is 1 alone, it is first.',
    ],
    ['10', 'What is shown', 'The limits for showing a score and giving a place stand below.'],
    [
      '11',
      'Industries and all',
      aggregate === 'companies'
        ? 'The score of an industry is the mean over those of its companies whose score is shown, however many ratings each has. They are weighted by share of the market where that is known. The same holds for all companies together.'
        : 'The score of an industry is the mean of all its ratings, so that companies with more ratings count for more. Companies whose own score is not shown count too. The same holds for all companies together.',
    ],
    ['12', 'What is not covered', 'See the limits at the end.'],
    [
      '13',
      'One thing',
      'For every index it is checked whether its questions belong together. The table stands below.',
    ],
    [
      '16',
      'With and without a second index',
      'Where the barometer asks what another index would do to the ranking, companies are ranked with and without it, on the same ratings. How many would drop out of the top ten by chance alone is found by simulating surveys. Where half of the respondents got the questions in another order, the two halves are compared.',
    ],
    ...explainSteps,
  ],
  questionsHead: 'The questions, word for word',
  questionsCaption: 'Questions asked in this edition',
  question: 'Question',
  scale: 'Scale',
  partOf: 'Part of',
  answered: 'Answered',
  correctedHead: 'What was corrected and left out',
  correctedLead:
    'The answers are used as they were delivered, but for what stands here. Who answered, and what, is not public.',
  correctedCaption: 'Corrections to the answers of this edition',
  correctedWhat: 'What was done',
  correctedWhy: 'Why',
  correctedStatus: 'Status',
  correctedTimes: 'Corrections',
  correctedBy: {
    set: 'A value changed',
    drop: 'Ratings left out',
    keep_first: 'The first of two ratings kept',
    keep_last: 'The last of two ratings kept',
  },
  correctedIs: { active: 'Carried out', proposed: 'Proposed, not carried out', withdrawn: 'Withdrawn' },
  excludedIs: (n: number, count: string) =>
    `${count} ${many(n, 'rating is', 'ratings are')} left out because one answer is given throughout or another respondent is repeated.`,
  didNotKnow: 'Did not know',
  indicesHead: 'The indices',
  madeOf: (count: number) => `Made of ${number(count)} ${many(count, 'question', 'questions')}:`,
  weightIs: (weight: string) => `counts ${weight}`,
  author: 'Written by',
  checkedBy: 'Checked by',
  nextReview: 'Next review',
  missingIndex: (index: Name) => say`${index} was not asked in this edition.`,
  notComputedHead: 'Not computed yet',
  limitsHead: 'Limits',
  limits: (publisher: Name) => [
    say`The barometer is published by ${publisher}, who is responsible for the questions, the sample and the figures.`,
    say`An interval covers chance in who was asked. It does not cover those who could not be reached, those who would not answer, or questions that people understood differently.`,
    say`A difference says that customers answered differently, not why.`,
    say`A place is among the companies measured here, and not in the whole market.`,
  ],
  programIs: (program: string) =>
    `The figures were made with ${program}. The section numbers (§) are those of METHOD.md, which comes with the program and gives the formulas.`,
  notebooksHead: 'Follow it by hand',
  notebooksLead:
    'Notebooks that compute figures step by step, with all code and every result. They follow simulated studies that come with the program, and not the figures of this site.',
  notebookAbout:
    'This notebook follows simulated studies that come with the program. No company in it is real.',
  inEnglish: '',

  data: 'Data',
  dataLead: (wave: string) =>
    `Every figure of the ${wave} edition. No file holds answers or weights person by person.`,
  tablesCaption: 'The tables of this edition',
  rows: 'Rows',
  files: 'Files',
  tableIs: {
    scores: 'Score, interval, place and change for each index: companies, industries and all',
    comparisons: 'Each pair of companies in an industry',
    against_rest: 'Each company beside the rest of its industry',
    items: 'Mean and don’t-know answers for each question and company',
    net_promoter: 'Net promoter score for each company',
    distributions: 'How many gave each answer, for each question and company',
    quality: 'How each question was answered, all companies together',
    waves: 'Respondents, ratings, weights and sampling units of the edition',
    margins: 'The groups that answers are weighted by: shares of the population and of the respondents',
    reliability: 'Whether the questions of each index belong together',
    comparability: 'Why an index cannot be compared with the edition before, or only with caution',
    corrections: 'What was corrected in the answers as delivered, and why',
    history: 'Scores of years without answers, as published elsewhere, each with its source',
    combined: 'The ranking with and without the second index, on the same ratings',
    top_ten: 'How the top ten depend on how much the second index counts',
    experiments: 'What the order of questions does to the answers',
    gaps: 'Expected and experienced at each company, for each touchpoint',
    industry_gaps: 'Expected and experienced in each industry, for each touchpoint',
    journey: 'Each company by department, step and channel',
    need_met: 'Loyalty of those who got what they needed, and of those who did not',
    beliefs: 'What companies believe that customers answer, and what customers answer',
    beliefs_together: 'The same for all companies together',
    segments: 'Score of each group of customers: beside the other customers, and beside the industry',
    segment_gaps: 'Expected and experienced in each group of customers, for each touchpoint',
    served_worse: 'Share of each company’s customers in groups that it serves worse than its industry',
    drivers: 'What matters for the outcome, how it acts, and what to fix first',
    makes_up: 'Whether much of one driver makes up for too little of another',
    promise_effect: 'What expectations do to the outcome where customers got the same',
  } as Record<string, string>,
  together: 'All in one',
  togetherIs: {
    'edition.duckdb': 'All tables in one DuckDB file',
    'codebook.csv': 'The meaning of each column',
    'datapackage.json': 'Description for programs (Data Package)',
    'study.schema.json': 'Schema of the contract, study.yaml',
  } as Record<string, string>,
  columnsHead: 'Columns',
  columnsNote: '',
  column: 'Column',
  meaning: 'Meaning',
  licenceHead: 'Licence and citation',
  licenceIs: (licence: Name) => say`The figures may be used under ${licence}.`,
  cite: 'Cite as',
  citation: (publisher: string, title: string, wave: string, program: string, licence: string) =>
    `${publisher}: ${title}, ${wave} edition. Made with ${program}. ${licence}.`,

  notFound: 'There is no page here',
  notFoundMore: 'The address may be mistyped.',
  toHome: 'To the front page',
  description: (title: string, sentence: Sentence) => `${title}. ${plain(sentence)}.`,
}

/** What a language must say. */
export type SiteWords = typeof en
