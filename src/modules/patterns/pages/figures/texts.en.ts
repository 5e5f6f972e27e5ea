import type { FigureTexts } from './texts.ts'

/** The English sentences of the public figures. */
export const en: FigureTexts = {
  title: 'Matters in figures',
  description:
    'How many matters companies have sent to the town halls, about what, how soon they were answered and how it went.',
  lead: 'What companies have sent to the town halls, how soon they were answered and how it went.',
  example: 'The figures are built on made-up example matters. They go when the first real matter comes.',
  none: 'No figures are published yet. They come 30 days after the quarter in which at least five matters have come.',
  period: 'Period',
  show: 'Show',
  came: (count: string, period: string) => `${count} matters came ${period}.`,
  asOf: (day: string) => `Counted ${day}. The numbers do not change after that.`,
  overTime: 'Over time',
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
  hidden: 'too few',
  together: '(together)',
  patterns: {
    title: 'What comes back',
    lead: 'Obstacles that companies have raised in at least three municipalities, in the network’s own words.',
  },
  rules: {
    title: 'How the numbers are counted and shown',
    items: [
      'A matter is counted in the period in which it came, at the municipality that leads it.',
      'The promise is the one that the network gave when the matter came. Times are counted in working days, without the municipality’s own closed days.',
      'No group of fewer than five is shown. Small groups are put together until they are five, and a number from one to four inside a table is hidden.',
      'So many more numbers are hidden that whoever counts backwards from totals, other topics or municipalities can place no hidden number more closely than within a span of five.',
      'Each period is counted once, 30 days after it has ended, and never changed. If fewer than five matters came it becomes longer. So whoever compares the page on two days sees whole periods or nothing, never a single matter.',
    ],
  },
  files: {
    title: 'Download',
    lead: 'The same numbers as on the page, for the chosen period. Hidden numbers are empty.',
    csv: 'CSV',
    json: 'JSON',
  },
}
