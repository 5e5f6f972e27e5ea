import { branchesInWords } from '#modules/companies'
import type { Participant } from '#modules/roundtable'
import type { Municipality } from '#modules/region'
import type { Names } from '#modules/seating'
import { isolated } from '#platform/values/isolated.ts'
import type { Locale } from '#platform/values/locale.ts'
import { codesFor } from '../core/codes.ts'
import { organisationOf, type SeatingFacts } from '../core/problem.ts'
import { textsIn } from './texts.ts'

/** By what people are told apart at a glance. */
export type ColourBy = 'municipality' | 'branch'

/** How many looks there are; each sign has letters too, so two alike are no harm. */
const looks = 12

/** The sign of a group of people: a few letters, and one of the looks. */
export interface Sign {
  readonly code: string
  /** Null for whoever belongs to none. */
  readonly look: number | null
  readonly name: string
}

/** What everybody and everything is called for one reader. */
export interface Called {
  readonly names: Names
  readonly person: (id: string) => Participant | undefined
  readonly sign: (one: Participant, by: ColourBy) => Sign
  readonly municipality: (code: string) => string
}

/** What the engine's findings call the people of an event; a municipality is known to it by its code. */
export function namesFor(
  participants: readonly Participant[],
  municipality: (code: string) => string = (code) => code,
): Names {
  const people = new Map(participants.map(({ id, name }) => [id, name]))
  const organisations = new Map(participants.map((one) => [organisationOf(one), one.organisation]))
  return {
    person: (id) => isolated(people.get(id) ?? id),
    organisation: (id) => isolated(organisations.get(id) ?? municipality(id)),
    table: (id) => id,
  }
}

export function calledFor(
  facts: Pick<SeatingFacts, 'participants'>,
  municipalities: readonly Municipality[],
  locale: Locale,
): Called {
  const byId = new Map(facts.participants.map((one) => [one.id, one]))
  const named = new Map(municipalities.map(({ code, name }) => [code, name]))
  const codes = codesFor(municipalities.map(({ name }) => name))
  const municipality = (code: string) => named.get(code) ?? code
  const places = municipalities.map(({ code }) => code)
  return {
    names: namesFor(facts.participants, municipality),
    person: (id) => byId.get(id),
    municipality,
    sign: (one, by) => {
      const { board } = textsIn(locale)
      if (by === 'branch' && one.branch !== null)
        return {
          code: one.branch,
          look: (one.branch.codePointAt(0) ?? 0) % looks,
          name: branchesInWords(locale)[one.branch] ?? one.branch,
        }
      if (by === 'branch' || one.municipality === null)
        return { code: board.kindCodes[one.kind], look: null, name: board.kinds[one.kind] }
      const name = municipality(one.municipality)
      return {
        code: codes.get(name) ?? name.slice(0, 3),
        look: Math.max(0, places.indexOf(one.municipality)) % looks,
        name,
      }
    },
  }
}
