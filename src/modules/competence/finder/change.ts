import { isDeepStrictEqual } from 'node:util'
import type { Answers, Setting, Truth } from '#modules/rules'
import { asked, type Listed, type Support } from './support.ts'

/** Somebody for whom a changed rule says another thing than before. */
export interface Changed {
  readonly answers: Answers
  readonly before: Truth
  readonly after: Truth
}

/**
 * The network's example employers: every kind of employer, of the sizes and places that supports tell apart, with an employee of
 * each kind. They are combinations and nobody.
 */
export function exampleEmployers({ facts }: Setting): readonly Answers[] {
  const municipality = facts['municipality']
  const codes = municipality?.kind === 'choice' ? municipality.values : []
  const inHalland = codes.filter((code) => code.startsWith('13')).slice(0, 1)
  const places = [...codes.filter((code) => !code.startsWith('13')).slice(0, 1), ...inHalland]
  const employers = kinds.flatMap((kind) =>
    sizes.flatMap((size) => places.map((place) => ({ ...kind, ...size, municipality: place }))),
  )
  return employers.flatMap((employer) => employees.map((employee) => ({ ...employer, ...employee })))
}

const kinds: readonly Answers[] = [
  { sector: 'private', transition: 'tsl', agreement: 'main', role: 'worker' },
  { sector: 'private', transition: 'trr', agreement: 'main', role: 'salaried' },
  { sector: 'private', transition: 'none', agreement: 'none', role: 'worker' },
  { sector: 'municipal', transition: 'omstallningsfonden', agreement: 'main', role: 'worker' },
  { sector: 'civil', transition: 'trs', agreement: 'other', role: 'salaried' },
]
const sizes: readonly Answers[] = [
  { employees: 1, turnover: 1 },
  { employees: 12, turnover: 15 },
  { employees: 300, turnover: 500 },
]
const person = {
  purpose: 'person',
  citizen: true,
  inSweden: true,
  completed: false,
  salaried: false,
} as const
const employees: readonly Answers[] = [
  { purpose: 'employer', eligible: true, knows: true, industry: 'manufacturing' },
  { ...person, age: 30, monthsWorked: 100, monthsRecent: 24, hours: 40, days: 3, pace: 100, eligible: true },
  {
    ...person,
    age: 45,
    monthsWorked: 160,
    monthsRecent: 24,
    hours: 40,
    days: 200,
    pace: 100,
    eligible: false,
  },
  { ...person, age: 22, monthsWorked: 30, monthsRecent: 10, hours: 10, days: 50, pace: 50 },
]

/** Whom a changed support would treat otherwise, among the example employers and the support's own examples. */
export function whoChanges(before: Listed, after: Support, setting: Setting): readonly Changed[] {
  const old = asked(before, setting).compiled
  const changed = asked({ ...before, content: after }, setting).compiled
  const all = [
    ...[...before.content.examples, ...after.examples].map(({ answers }) => answers),
    ...exampleEmployers(setting),
  ]
  const seen = new Set<string>()
  return all.flatMap((answers) => {
    const [was, is] = [old.answer(answers), changed.answer(answers)]
    const key = JSON.stringify(answers)
    if (was === is || seen.has(key)) return []
    seen.add(key)
    return [{ answers, before: was, after: is }]
  })
}

/** The parts of a support that a draft changes, by their names. */
export function changedParts(before: Support, after: Support): readonly (keyof Support)[] {
  const names = Object.keys(after) as (keyof Support)[]
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]))
}
