import type { Facts } from '#modules/rules'

/** Two legal tracks, kept apart from the first question: 15 a § lag (2022:856) om omställningsstudiestöd. */
export const tracks = ['employer', 'person'] as const
export type Track = (typeof tracks)[number]

type Fact = Facts[string]
type NumberFact = Extract<Fact, { kind: 'number' }>

const yesNo = (question: string, track: Track | null = null): Fact => ({ kind: 'yes-no', question, track })
const choice = (question: string, values: readonly string[], track: Track | null = null): Fact => ({
  kind: 'choice',
  question,
  values: [...values],
  track,
})
const number = (
  question: string,
  [least, most]: readonly [number, number],
  more: Partial<Pick<NumberFact, 'whole' | 'typical' | 'track'>> = {},
): Fact => ({ kind: 'number', question, least, most, whole: true, track: null, ...more })

/** What is asked first, whatever it settles. */
export const firstFact = 'purpose'

const asked = {
  purpose: choice('purpose', tracks),
  sector: choice('sector', ['private', 'municipal', 'state', 'civil']),
  transition: choice(
    'transition',
    ['tsl', 'trr', 'trs', 'omstallningsfonden', 'trygghetsstiftelsen', 'other', 'none'],
    'person',
  ),
  agreement: choice('agreement', ['main', 'insurance', 'other', 'none'], 'person'),
  employees: number('employees', [0, 100_000], {
    typical: [0, 1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 20, 30, 45, 60, 90, 150, 300],
  }),
  role: choice('role', ['worker', 'salaried', 'owner'], 'person'),
  eligible: yesNo('eligible'),
  knows: yesNo('knows'),
  together: yesNo('together', 'employer'),
  industry: choice('industry', ['construction', 'cleaning', 'manufacturing', 'care', 'other']),
  engineer: yesNo('engineer'),
  shortTime: yesNo('shortTime', 'employer'),
  /** Million kronor in the last accounts. */
  turnover: number('turnover', [0, 1_000_000], {
    whole: false,
    typical: [0, 0.5, 1, 2, 3, 5, 8, 10, 20, 50, 100, 500],
    track: 'employer',
  }),
  age: number('age', [15, 100], {
    typical: [20, 23, 26, 29, 32, 35, 38, 41, 44, 47, 50, 53, 56, 59, 61, 63, 65, 67],
    track: 'person',
  }),
  /** Of the 168 months of 14 years. */
  monthsWorked: number('monthsWorked', [0, 168], {
    typical: [12, 36, 60, 84, 100, 120, 140, 160, 168],
    track: 'person',
  }),
  monthsRecent: number('monthsRecent', [0, 24], { typical: [0, 6, 12, 18, 24, 24, 24], track: 'person' }),
  hours: number('hours', [0, 80], { typical: [8, 15, 20, 30, 40, 40, 40], track: 'person' }),
  citizen: yesNo('citizen', 'person'),
  inSweden: yesNo('inSweden', 'person'),
  completed: yesNo('completed', 'person'),
  salaried: yesNo('salaried', 'person'),
  granted: yesNo('granted', 'person'),
  /** Days of studies at full time: five a week. */
  days: number('days', [1, 2000], { typical: [1, 2, 3, 4, 5, 10, 25, 50, 100, 200, 400], track: 'person' }),
  /** Per cent of full time. */
  pace: number('pace', [1, 100], { typical: [20, 25, 50, 50, 75, 100, 100], track: 'person' }),
  /** A year, in kronor. Settles no support, but how much. */
  income: number('income', [0, 10_000_000], {
    typical: [300_000, 400_000, 500_000, 600_000],
    track: 'person',
  }),
} as const satisfies Facts

/** What can be otherwise next time: the course, the company's doings. Nobody becomes younger, and no company moves for a support. */
export const movableFacts: readonly string[] = [
  'purpose',
  'days',
  'pace',
  'inSweden',
  'completed',
  'salaried',
  'together',
  'shortTime',
  'monthsRecent',
  'granted',
]

/** The facts of a network: those of everybody, and its municipalities. */
export function factsFor(municipalities: readonly string[]): Facts {
  const { purpose, ...rest } = asked
  return { purpose, municipality: choice('municipality', municipalities), ...rest }
}

/** The name of every fact, which is also its name in an address. */
export const factNames: readonly string[] = ['municipality', ...Object.keys(asked)]
/** The name of a question that may be asked. */
export type FactName = keyof typeof asked | 'municipality'
