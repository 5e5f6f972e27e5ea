import type { FigureTexts } from './texts.ts'

/** The English sentences of the public figures. */
export const en: FigureTexts = {
  title: 'Matters in figures',
  description:
    'How many matters companies have sent to the town halls, about what, how soon they were answered and how it went.',
  lead: 'What companies have sent to the town halls, how soon they were answered and how it went.',
  example: 'The figures are built on made-up example matters. They go when the first real matter comes.',
  none: 'No matters have come yet.',
  tooFew: 'Fewer than five matters came. Such small numbers are not shown.',
  year: 'Year',
  period: 'Period',
  wholeYear: 'The whole year',
  quarter: (number: number) => `Quarter ${number}`,
  show: 'Show',
  periodName: (year: number, quarter: number | null) =>
    quarter === null ? `${year}` : `quarter ${quarter} of ${year}`,
  came: (count: string, period: string) => `${count} matters came in ${period}.`,
  overall: 'How it went',
  speed: {
    'first-word': 'First word from a human',
    plan: 'Plan',
    when: 'When',
    timings: { 'in-time': 'Within the promise', late: 'Later than the promise', none: 'Not yet' },
    median: 'Half of them had it within',
    days: (days: string) => (days === '1' ? '1 working day' : `${days} working days`),
    ofAnswered: 'Of those that have had it',
    of: (share: string, all: string) => `${share} of ${all}`,
    columns: {
      'first-word': { share: 'First word as promised', median: 'First word, median' },
      plan: { share: 'Plan as promised', median: 'Plan, median' },
      means:
        'As promised: first of all that came, then of those that have had it. Median: half of them waited at most so many working days.',
    },
  },
  outcomes: {
    title: 'Outcome',
    lead: 'What the town halls said when the matter was closed, and beside it what the company itself said.',
    townHalls: 'The town halls’ outcome',
    companies: 'The company’s own verdict',
    what: 'Outcome',
    verdict: 'Verdict',
    count: 'Number',
    ofAll: 'Of all that came',
    ofClosed: 'Of those closed',
    ofSaid: 'Of those that said anything',
    names: {
      solved: 'Solved',
      partly: 'Partly solved',
      explained: 'Explained why not',
      'not-possible': 'Not possible by law',
      withdrawn: 'Withdrawn by the company',
      open: 'Not closed yet',
    },
    verdicts: { solved: 'Solved', partly: 'Partly', not: 'Not solved', none: 'Nothing said' },
  },
  topics: { title: 'By topic', topic: 'Topic', came: 'Came' },
  municipalities: {
    title: 'By municipality that leads',
    lead: 'In the municipalities’ own order. They get different kinds of matters, so the numbers cannot be ranked.',
    municipality: 'Municipality',
    nobody: 'No municipality leads yet',
  },
  quarterOnly:
    'For a quarter the times are shown for all together only. Choose the whole year to see them topic by topic.',
  hidden: 'too few',
  together: '(together)',
  patterns: {
    title: 'What comes back',
    lead: 'Obstacles that companies have raised in at least three municipalities, in the network’s own words.',
  },
  rules: {
    title: 'How the numbers are counted and shown',
    items: [
      'A matter is counted in the period in which it came, at the municipality that leads it. The numbers are counted today.',
      'The promise is the one that the network gave when the matter came. Times are counted in working days, without the municipality’s own closed days.',
      'No group of fewer than five is shown. Small groups are put together until they are five, and a number from one to four inside a table is hidden.',
      'So many more numbers are hidden that whoever counts backwards from totals, other topics, municipalities or quarters can place no hidden number more closely than within a span of five.',
    ],
  },
  files: {
    title: 'Download',
    lead: 'The same numbers as on the page, for the chosen period. Hidden numbers are empty.',
    csv: 'CSV',
    json: 'JSON',
  },
}
