/** The steps of the method page that explain scores, in English: section, heading and text. */
type Step = [section: string, head: string, text: string]

export const explainSteps: Step[] = [
  [
    '17',
    'Gaps at touchpoints',
    'Where customers say what they expected of a touchpoint and what they got, the gap is the one minus the other, from the same ratings. A diagnosis asks first whether the gap is clearly worse than in the rest of the industry, and then whether expected plus experienced is clearly higher or lower there, by the method of Benjamini and Hochberg.',
  ],
  [
    '18',
    'Need met',
    'Where customers say whether they got what they needed, the loyalty of those who did is set beside that of those who did not.',
  ],
  [
    '19',
    'Beliefs',
    'Where people in the companies say what they think that customers answer, that is set beside the answers. A diagnosis follows the first row that holds in the table of this section.',
  ],
  [
    '20',
    'Groups of customers',
    'A group is compared with all other customers, and a company’s group with the same group in the rest of the industry, both with the people they share taken into account and by the method of Benjamini and Hochberg.',
  ],
  [
    '21',
    'What drives an index',
    'Where the study names what may explain an index, its importance is the share of what all of these explain together. Whether it hurts when it fails, pleases when it is good, or both, follows from those at both ends of its scale. Advice is given only where importance, form and cost are clear.',
  ],
  [
    '22',
    'Small groups',
    'What a small group answered is told neither by itself nor as the difference of other figures. Where one would follow, another is withheld too, and a program that sees only the published files tries to work the withheld figures out before they are published.',
  ],
]
