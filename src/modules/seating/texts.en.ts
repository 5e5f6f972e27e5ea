import type { Fault, Impossible, NumberOf, Unmet, Who } from './index.ts'
import type { Names, Texts } from './texts.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const kinds: Readonly<Record<string, string>> = {
  leadership: 'leaders',
  company: 'people from companies',
  guest: 'guests',
  host: 'hosts',
}

const numbers: Readonly<Record<NumberOf, string>> = {
  meeting: 'What a meeting is worth',
  'organisation-meeting': 'What it is worth that two organisations meet',
  rule: 'The weight of a rule',
  wish: 'The weight of a wish',
  again: 'What a new meeting is worth to those who have met before',
  'earlier-meetings': 'The number of earlier meetings',
  range: 'A limit in a rule',
}

const rules: Readonly<Record<Unmet['rule'], string>> = {
  meet: 'must meet',
  apart: 'keep apart',
  together: 'keep together',
  'colleagues-apart': 'colleagues apart',
  own: 'own municipality',
  count: 'number at each table',
  different: 'mix at each table',
  size: 'size of the table',
  seat: 'where somebody may sit',
}

function who({ kind, organisation, attribute }: Who): string {
  const of = kind === undefined ? 'participants' : (kinds[kind] ?? kind)
  const from = organisation === undefined ? '' : ` from ${organisation}`
  return `${of}${from}${attribute === undefined ? '' : ` with ${attribute.name} ${attribute.value}`}`
}

function round(index: number): string {
  return `round ${number.format(index + 1)}`
}

function tables(count: number): string {
  return count === 1 ? 'one table' : `${number.format(count)} tables`
}

function people(count: number): string {
  return count === 1 ? 'one person' : `${number.format(count)} people`
}

export const en: Texts = {
  rule: (rule: Unmet['rule']) => rules[rule],
  fault: (fault: Fault, names: Names): string => {
    switch (fault.fault) {
      case 'rounds':
        return `The number of rounds must be a whole number from 1 to 100, not ${number.format(fault.rounds)}.`
      case 'no-tables':
        return 'There is no table.'
      case 'nobody-there':
        return 'Nobody is there in any round.'
      case 'person-twice':
        return `${names.person(fault.person)} is listed twice.`
      case 'two-organisations':
        return `${names.person(fault.person)} belongs to several organisations: ${list.format(fault.organisations.map(names.organisation))}.`
      case 'table-twice':
        return `The table ${names.table(fault.table)} is there twice.`
      case 'table-size':
        return `The table ${names.table(fault.table)} cannot have from ${number.format(fault.min)} to ${number.format(fault.max)} seats.`
      case 'unknown-person':
        return `${names.person(fault.person)} is named in a rule or a wish but is no participant.`
      case 'unknown-table':
        return `${names.person(fault.person)} is to sit at the table ${names.table(fault.table)}, which does not exist.`
      case 'no-number':
        return `${numbers[fault.about]} must be a number from 0 to 1,000,000, not ${number.format(fault.value)}.`
      case 'host-elsewhere':
        return `${names.person(fault.person)} is host of the table ${names.table(fault.table)} but may not sit there.`
      case 'too-few-seats':
        return `In ${round(fault.round)} there are ${people(fault.people)} to seat, but only ${number.format(fault.seats)} seats.`
      case 'too-few-people':
        return `In ${round(fault.round)} there are ${people(fault.people)}, but the tables need at least ${number.format(fault.needed)}.`
      case 'no-seat-for':
        return `In ${round(fault.round)} there is no seat for ${names.person(fault.person)} at any table where they may sit.`
      case 'table-stays-empty':
        return `In ${round(fault.round)} too few may sit at the table ${names.table(fault.table)} to fill it enough.`
      case 'too-large':
        return `${people(fault.people)} are more than can be seated: at most ${number.format(fault.most)}.`
    }
  },
  impossible: (one: Impossible, names: Names): string => {
    switch (one.impossible) {
      case 'too-few-for-tables':
        return `${number.format(one.people)} ${who(one.who)} cannot be spread over ${tables(one.tables)} with at least ${number.format(one.atLeast)} at each (${round(one.round)}).`
      case 'too-many-for-tables':
        return `${number.format(one.people)} ${who(one.who)} do not fit at ${tables(one.tables)} with at most ${number.format(one.atMost)} at each (${round(one.round)}).`
      case 'too-few-different':
        return `${tables(one.tables)} cannot have ${number.format(one.atLeast)} different each among ${who(one.who)}: there are enough for ${number.format(one.seats)} seats of ${number.format(one.atLeast * one.tables)} (${round(one.round)}).`
      case 'more-than-a-table-holds':
        return `At the table ${names.table(one.table)} at least ${people(one.needed)} of different kinds shall sit, but it has ${number.format(one.max)} seats (${round(one.round)}).`
      case 'colleagues-outnumber-tables':
        return `${names.organisation(one.organisation)} has ${people(one.people)} but there are ${tables(one.tables)}: not all colleagues can sit apart (${round(one.round)}).`
      case 'apart-outnumber-tables':
        return `${list.format(one.people.map(names.person))} shall sit apart, but there are only ${tables(one.tables)} (${round(one.round)}).`
      case 'together-outgrow-table':
        return `${list.format(one.people.map(names.person))} shall sit together, but the largest table has ${number.format(one.max)} seats (${round(one.round)}).`
      case 'contradiction':
        return `${list.format(one.people.map(names.person))}: the rules “${rules[one.rules[0]]}” and “${rules[one.rules[1]]}” contradict each other.`
      case 'never-there-together':
        return `${list.format(one.people.map(names.person))} must meet but are never there at the same time.`
      case 'no-table-in-common':
        return `${list.format(one.people.map(names.person))} have no table where all may sit${one.round === null ? '' : ` in ${round(one.round)}`}.`
      case 'own-too-often':
        return `${names.organisation(one.organisation)} shall sit with ${names.organisation(one.own)} at least ${number.format(one.atLeast)} times, but can at most ${number.format(one.most)}.`
      case 'own-never-there':
        return `${names.organisation(one.organisation)} shall sit with ${names.organisation(one.own)}, from where nobody comes.`
      case 'empty-range':
        return `The rule “${rules[one.rule]}” wants at least ${number.format(one.atLeast)} and at most ${number.format(one.atMost)}.`
      case 'wish':
        return `${names.person(one.person)} wishes for the theme “${one.theme}”, which is never spoken of at a table where they can sit.`
    }
  },
  unmet: (one: Unmet, names: Names): string => {
    const where = [
      ...(one.round === undefined ? [] : [round(one.round)]),
      ...(one.table === undefined ? [] : [`the table ${names.table(one.table)}`]),
      ...(one.people === undefined ? [] : [list.format(one.people.map(names.person))]),
      ...(one.organisations === undefined ? [] : [list.format(one.organisations.map(names.organisation))]),
    ].join(', ')
    const found = one.found === undefined ? '' : `: ${number.format(one.found)}`
    const wanted = one.wanted === undefined ? '' : ` (${range(one.wanted)})`
    const why = one.reason === undefined ? '' : ` The rule’s reason: ${one.reason}`
    return `${where} – ${rules[one.rule]}${found}${wanted}.${why}`
  },
  repeatFree: (layout: {
    tables: number
    rounds: number
    atMost: number
    instead: readonly number[]
  }): string =>
    layout.instead.length === 0
      ? `With ${tables(layout.tables)}, ${number.format(layout.rounds)} rounds cannot be planned without some meeting again; at most ${number.format(layout.atMost)} may be possible.`
      : `With ${tables(layout.tables)} no way is known to hold ${number.format(layout.rounds)} rounds without some meeting again; with ${either(layout.instead)} there is one.`,
}

function either(counts: readonly number[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    counts.map((count) => number.format(count)),
  )
}

function range({ atLeast, atMost }: NonNullable<Unmet['wanted']>): string {
  if (atLeast !== undefined && atLeast === atMost) return `should be ${number.format(atLeast)}`
  const parts = [
    ...(atLeast === undefined ? [] : [`at least ${number.format(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${number.format(atMost)}`]),
  ]
  return `should be ${parts.join(', ')}`
}
