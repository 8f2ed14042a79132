/** Where customer and company meet. */

export interface Touchpoint {
  id: string
  channel: 'digital' | 'physical'
  /** the department that owns it */
  owner: string
  /** of the customer's journey */
  step: string
  /** chance that a customer met it in the year */
  met: number
  /** only those who use the company's site or app */
  online: boolean
  /** points above or below the level of expectations, and of experiences */
  expected: number
  experienced: number
}

const digital = { channel: 'digital', online: true } as const
const physical = { channel: 'physical', online: false } as const

export const touchpoints: readonly Touchpoint[] = [
  {
    id: 'advertising',
    channel: 'digital',
    online: false,
    owner: 'marketing',
    step: 'discover',
    met: 0.7,
    expected: -4,
    experienced: -4,
  },
  {
    id: 'website',
    ...digital,
    owner: 'it',
    step: 'find',
    met: 0.68,
    expected: 1,
    experienced: 0,
  },
  {
    id: 'app',
    ...digital,
    owner: 'it',
    step: 'use',
    met: 0.52,
    expected: 2,
    experienced: 1,
  },
  {
    id: 'store',
    ...physical,
    owner: 'sales',
    step: 'choose',
    met: 0.5,
    expected: 1,
    experienced: 3,
  },
  {
    id: 'delivery',
    ...physical,
    owner: 'logistics',
    step: 'receive',
    met: 0.55,
    expected: 3,
    experienced: 2,
  },
  {
    id: 'invoice',
    channel: 'digital',
    online: false,
    owner: 'finance',
    step: 'pay',
    met: 0.72,
    expected: 4,
    experienced: 4,
  },
  {
    id: 'phone',
    ...physical,
    owner: 'service',
    step: 'get help',
    met: 0.45,
    expected: -2,
    experienced: -3,
  },
]

export const expectedItem = ({ id }: Touchpoint): string => `exp_${id}`
export const experiencedItem = ({ id }: Touchpoint): string => `per_${id}`
