import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { partName } from './period.ts'
import { codesToAsk, countryPlace, placeOf } from './places.ts'
import { partsOfYear, proposeGenders, proposeRoles } from './roles.ts'
import { queriesFor, type Selection, type SelectionProblem } from './selection.ts'
import type { Table, Variable } from './table.ts'

/**
 * What has been picked of a table, field by field, as it stands in the address: a step back loses nothing, and the
 * address can be sent to a colleague.
 *
 * `place`, `time` and `gender` name variables; `all`, `women`, `men` and `v.<variable>` name a value as `is:<code>`, or
 * say `out` where the variable is left out.
 */
export type Picked = Readonly<Record<string, string>>

export const leftOut = 'out'

export const pickErrors = [
  'variable-unknown',
  'variable-twice',
  'time-missing',
  'part-missing',
  'year-unknown',
  'places-unknown',
  'place-needed',
  'gender-missing',
  'value-missing',
  'value-unknown',
  'may-not-be-left-out',
] as const
export type PickError = (typeof pickErrors)[number]
export type PickErrors = Readonly<Record<string, PickError>>

/** The field of a variable that is neither place, time nor gender. */
export function valueField(variable: string): string {
  return `v.${variable}`
}

/** The field that says which division of a variable is wanted. */
export function codelistField(variable: string): string {
  return `list.${variable}`
}

export function isCode(code: string): string {
  return `is:${code}`
}

/** The picked value's code; null for what is no value. */
export function codeIn(picked: string | undefined): string | null {
  return picked?.startsWith('is:') ? picked.slice(3) : null
}

/** The divisions picked among those the table has. */
export function codelistsIn({ variables }: Table, picked: Picked): Readonly<Record<string, string>> {
  return Object.fromEntries(
    variables.flatMap(({ code, codelists }) => {
      const id = picked[codelistField(code)]
      return codelists.some((one) => one.id === id) ? [[code, id ?? '']] : []
    }),
  )
}

/** What was picked, with proposals where nothing has been said. */
export function withProposals(table: Table, picked: Picked): Picked {
  const proposed = proposeRoles(table)
  const roles = {
    place: picked['place'] ?? proposed.region ?? '',
    time: picked['time'] ?? proposed.time ?? '',
    gender: picked['gender'] ?? proposed.gender ?? '',
  }
  return {
    ...proposedGenders(variableOf(table, roles.gender)),
    ...proposedPart(variableOf(table, roles.time)),
    ...Object.fromEntries(
      otherVariables(table, roles).map((one) => [valueField(one.code), proposedValue(one)]),
    ),
    ...picked,
    ...roles,
  }
}

function variableOf({ variables }: Table, code: string | undefined): Variable | undefined {
  return variables.find((one) => one.code === code)
}

/** The variables that must stand at one value. */
export function otherVariables({ variables }: Table, { place, time, gender }: Picked): readonly Variable[] {
  return variables.filter(({ code }) => ![place, time, gender].includes(code))
}

function proposedGenders(variable: Variable | undefined): Picked {
  if (!variable) return {}
  const { all, women, men } = proposeGenders(variable)
  const total = all === null ? (variable.mayBeLeftOut ? leftOut : '') : isCode(all)
  return {
    all: total,
    women: women === null ? '' : isCode(women),
    men: men === null ? '' : isCode(men),
  }
}

function proposedPart(variable: Variable | undefined): Picked {
  const [only, ...others] = variable ? partsOfYear(variable) : []
  return only && others.length === 0 ? { part: partName(only.part) } : {}
}

function proposedValue({ values, mayBeLeftOut }: Variable): string {
  const [only, ...others] = values
  if (only && others.length === 0) return isCode(only.code)
  return mayBeLeftOut ? leftOut : ''
}

/** The series that was picked, or what is wrong at each field. `picked` holds its proposals already. */
export function selectionFrom(table: Table, picked: Picked, country: string): Outcome<Selection, PickErrors> {
  const wrongRoles = roleErrors(table, picked)
  if (Object.keys(wrongRoles).length > 0) return refuse(wrongRoles)
  const selection = selectionOf(table, picked, country)
  const queries = queriesFor(table, selection, country)
  const errors = {
    ...(queries.ok ? {} : fieldErrors(queries.refusal, picked)),
    ...timeErrors(table, picked),
    ...hiddenPlace(table, picked, country),
  }
  return Object.keys(errors).length > 0 ? refuse(errors) : done(selection)
}

function roleErrors(table: Table, { place, time, gender }: Picked): PickErrors {
  const errors: Record<string, PickError> = {}
  for (const [field, code] of Object.entries({ place, time, gender }))
    if (code && !variableOf(table, code)) errors[field] = 'variable-unknown'
  if (!time) errors['time'] = 'time-missing'
  if (place && place === time) errors['place'] = 'variable-twice'
  if (gender && (gender === time || gender === place)) errors['gender'] = 'variable-twice'
  return errors
}

function selectionOf(table: Table, picked: Picked, country: string): Selection {
  const { place = '', time = '', gender = '' } = picked
  const region = variableOf(table, place)
  const others = otherVariables(table, picked).map(({ code }) => [code, picked[valueField(code)]] as const)
  return {
    table: table.id,
    region: region ? { variable: place, codes: codesToAsk(region.values, country) } : null,
    time: {
      variable: time,
      part: partsIn(table, time).find(({ part }) => partName(part) === picked['part'])?.part ?? null,
      fromYear: yearIn(picked['from']),
    },
    gender: gender
      ? {
          variable: gender,
          allIsLeftOut: picked['all'] === leftOut,
          all: codeIn(picked['all']),
          women: codeIn(picked['women']),
          men: codeIn(picked['men']),
        }
      : null,
    fixed: Object.fromEntries(
      others.flatMap(([variable, value]) => {
        const code = codeIn(value)
        return code === null ? [] : [[variable, code]]
      }),
    ),
    leftOut: others.filter(([, value]) => value === leftOut).map(([variable]) => variable),
    codelists: codelistsIn(table, picked),
  }
}

function timeErrors(table: Table, { time, part, from = '' }: Picked): PickErrors {
  const counted = partsIn(table, time).map((one) => partName(one.part))
  return {
    ...(part !== undefined && counted.includes(part) ? {} : { part: 'part-missing' }),
    ...(from !== '' && yearIn(from) === null ? { from: 'year-unknown' } : {}),
  }
}

/** The parts of a year that the table's time counts in. */
export function partsIn(table: Table, time: string | undefined): ReturnType<typeof partsOfYear> {
  const variable = variableOf(table, time)
  return variable ? partsOfYear(variable) : []
}

function yearIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{4}$/.test(text) ? Number(text) : null
}

/** A table of places whose place is put at one value would be read as the whole country. */
function hiddenPlace(table: Table, picked: Picked, country: string): PickErrors {
  const { region } = proposeRoles(table)
  if (region === null || picked['place']) return {}
  const code = codeIn(picked[valueField(region)])
  const isCountry = code === null || placeOf(code, country) === countryPlace(country)
  return isCountry ? {} : { place: 'place-needed' }
}

function fieldErrors(problems: readonly SelectionProblem[], picked: Picked): PickErrors {
  // Of several at one field the first is told.
  return Object.fromEntries(
    problems.toReversed().map((problem) => [fieldOf(problem, picked), errorOf(problem, picked)]),
  )
}

function fieldOf(problem: SelectionProblem, picked: Picked): string {
  switch (problem.variable) {
    case picked['place']:
      return 'place'
    case picked['time']:
      return problem.problem === 'no-such-period' ? 'from' : 'part'
    case picked['gender']: {
      const value = problem.problem === 'unknown-value' ? isCode(problem.value) : null
      return (['women', 'men'] as const).find((one) => picked[one] === value) ?? 'all'
    }
    default:
      return valueField(problem.variable)
  }
}

function errorOf({ problem, variable }: SelectionProblem, picked: Picked): PickError {
  switch (problem) {
    case 'unknown-variable':
      return 'variable-unknown'
    case 'chosen-twice':
      return 'variable-twice'
    case 'unknown-value':
      return 'value-unknown'
    case 'may-not-be-left-out':
      return 'may-not-be-left-out'
    case 'unknown-place':
      return 'places-unknown'
    case 'nothing-chosen':
      return variable === picked['gender'] ? 'gender-missing' : 'places-unknown'
    case 'no-such-period':
      return 'year-unknown'
    case 'two-periods-in-one-year':
      return 'part-missing'
    case 'several-series':
    case 'other-codelist':
      return 'value-missing'
  }
}
