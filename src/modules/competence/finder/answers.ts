import { answerFault, type Answers, type Facts, type Known } from '#modules/rules'

/** What a visitor has answered, as an address carries it: right or wrong, it is shown again. */
export interface Given {
  readonly answers: Answers
  /** What cannot be an answer, by the question's name. */
  readonly errors: Readonly<Record<string, string>>
  /** What was typed, by the question's name. */
  readonly typed: Readonly<Record<string, string>>
  /** Questions that the visitor cannot answer. */
  readonly skipped: readonly string[]
}

/** The name in an address of the questions that were passed over. */
export const skipName = 'skip'
/** No number that is asked for is longer. */
const longestTyped = 40

/** Reads the answers in an address. What no question asks is left out. */
export function givenIn(query: URLSearchParams, facts: Facts): Given {
  const typed: Record<string, string> = {}
  const errors: Record<string, string> = {}
  const answers: Record<string, Known> = {}
  for (const [name, fact] of Object.entries(facts)) {
    const text = query.get(name)?.trim() ?? ''
    if (text === '') continue
    typed[name] = text.slice(0, longestTyped)
    const known = knownFrom(text, fact)
    const fault = answerFault(fact, known)
    if (fault === null) answers[name] = known
    else errors[name] = fault
  }
  for (const [name, error] of Object.entries(contradictionsIn(answers))) {
    errors[name] = error
    delete answers[name]
  }
  const skipped = query.getAll(skipName).filter((name) => name in facts && typed[name] === undefined)
  return { answers, errors, typed, skipped: [...new Set(skipped)] }
}

function knownFrom(text: string, fact: Facts[string]): Known {
  switch (fact.kind) {
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : text
    case 'number':
      return numberIn(text)
    case 'choice':
    case 'day':
      return text
  }
}

/** A number as Swedes and the English write it: `1 234,5`, `1,234.5` is not tried, `3.5` is. */
function numberIn(text: string): Known {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace(/^[\u2212\u2013]/, '-')
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : text
}

/** Answers that cannot both be true: told at the second, and not counted. Months of work count from the year one turns 19. */
const contradictions: readonly {
  readonly of: readonly [string, string]
  readonly error: string
  readonly isSo: (one: Known, other: Known) => boolean
}[] = [
  {
    of: ['age', 'monthsWorked'],
    error: 'more-than-a-life',
    isSo: (age, months) => Number(months) > Math.max(0, Number(age) - 18) * 12,
  },
  {
    of: ['monthsWorked', 'monthsRecent'],
    error: 'more-than-worked',
    isSo: (months, recent) => Number(recent) > Number(months),
  },
  {
    of: ['sector', 'transition'],
    error: 'not-of-sector',
    isSo: (sector, transition) =>
      sector === 'state'
        ? !['trygghetsstiftelsen', 'other', 'none'].includes(String(transition))
        : transition === 'trygghetsstiftelsen',
  },
]

function contradictionsIn(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    contradictions.flatMap(({ of: [first, second], error, isSo }) => {
      const [one, other] = [answers[first], answers[second]]
      return one !== undefined && other !== undefined && isSo(one, other) ? [[second, error]] : []
    }),
  )
}

/** The answers as an address carries them. */
export function queryOf(
  typed: Readonly<Record<string, string>>,
  skipped: readonly string[],
  more: Readonly<Record<string, string>> = {},
): URLSearchParams {
  const query = new URLSearchParams({ ...typed, ...more })
  for (const name of skipped) query.append(skipName, name)
  return query
}

/** Answers as they are typed. */
export function typedOf(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, known]) =>
      known === undefined ? [] : [[name, known === true ? 'yes' : known === false ? 'no' : String(known)]],
    ),
  )
}
