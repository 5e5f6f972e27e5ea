import type { Fault, Impossible, NumberOf, Unmet, Who } from './index.ts'
import type { Names } from './texts.ts'

const number = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 })
const list = new Intl.ListFormat('sv-SE', { type: 'conjunction' })

const kinds: Readonly<Record<string, string>> = {
  leadership: 'ledare',
  company: 'företagare',
  guest: 'gäster',
  host: 'bordsvärdar',
}

const numbers: Readonly<Record<NumberOf, string>> = {
  meeting: 'Vad ett möte är värt',
  'organisation-meeting': 'Vad det är värt att två organisationer möts',
  rule: 'Vikten av en regel',
  wish: 'Vikten av ett önskemål',
  again: 'Vad ett nytt möte är värt för dem som har mötts förut',
  'earlier-meetings': 'Antalet tidigare möten',
  range: 'En gräns i en regel',
}

const rules: Readonly<Record<Unmet['rule'], string>> = {
  meet: 'ska mötas',
  apart: 'ska sitta isär',
  together: 'ska sitta ihop',
  'colleagues-apart': 'kollegor sitter isär',
  own: 'den egna kommunen',
  count: 'antal vid varje bord',
  different: 'blandning vid varje bord',
  size: 'bordets storlek',
  seat: 'var någon får sitta',
}

function who({ kind, organisation, attribute }: Who): string {
  const of = kind === undefined ? 'deltagare' : (kinds[kind] ?? kind)
  const from = organisation === undefined ? '' : ` från ${organisation}`
  return `${of}${from}${attribute === undefined ? '' : ` med ${attribute.name} ${attribute.value}`}`
}

function round(index: number): string {
  return `runda ${number.format(index + 1)}`
}

function tables(count: number): string {
  return count === 1 ? 'ett bord' : `${number.format(count)} bord`
}

function people(count: number): string {
  return count === 1 ? 'en person' : `${number.format(count)} personer`
}

export const sv = {
  rule: (rule: Unmet['rule']) => rules[rule],
  fault: (fault: Fault, names: Names): string => {
    switch (fault.fault) {
      case 'rounds':
        return `Antalet rundor måste vara ett helt tal från 1 till 100, inte ${number.format(fault.rounds)}.`
      case 'no-tables':
        return 'Det finns inget bord.'
      case 'nobody-there':
        return 'Ingen är på plats i någon runda.'
      case 'person-twice':
        return `${names.person(fault.person)} står med två gånger.`
      case 'two-organisations':
        return `${names.person(fault.person)} hör till flera organisationer: ${list.format(fault.organisations.map(names.organisation))}.`
      case 'table-twice':
        return `Bordet ${names.table(fault.table)} finns två gånger.`
      case 'table-size':
        return `Bordet ${names.table(fault.table)} kan inte ha från ${number.format(fault.min)} till ${number.format(fault.max)} platser.`
      case 'unknown-person':
        return `${names.person(fault.person)} nämns i en regel eller ett önskemål men är inte deltagare.`
      case 'unknown-table':
        return `${names.person(fault.person)} ska sitta vid bordet ${names.table(fault.table)}, som inte finns.`
      case 'no-number':
        return `${numbers[fault.about]} måste vara ett tal från 0 till 1 000 000, inte ${number.format(fault.value)}.`
      case 'host-elsewhere':
        return `${names.person(fault.person)} är värd vid bordet ${names.table(fault.table)} men får inte sitta där.`
      case 'too-few-seats':
        return `I ${round(fault.round)} ska ${people(fault.people)} sitta, men det finns bara ${number.format(fault.seats)} platser.`
      case 'too-few-people':
        return `I ${round(fault.round)} är ${people(fault.people)} på plats, men borden behöver minst ${number.format(fault.needed)}.`
      case 'no-seat-for':
        return `I ${round(fault.round)} finns ingen plats för ${names.person(fault.person)} vid något bord där hen får sitta.`
      case 'table-stays-empty':
        return `I ${round(fault.round)} får för få sitta vid bordet ${names.table(fault.table)} för att det ska bli fullt nog.`
      case 'too-large':
        return `${people(fault.people)} är fler än vad som kan placeras: högst ${number.format(fault.most)}.`
    }
  },
  impossible: (one: Impossible, names: Names): string => {
    switch (one.impossible) {
      case 'too-few-for-tables':
        return `${number.format(one.people)} ${who(one.who)} räcker inte till ${tables(one.tables)} med minst ${number.format(one.atLeast)} vid varje (${round(one.round)}).`
      case 'too-many-for-tables':
        return `${number.format(one.people)} ${who(one.who)} får inte plats vid ${tables(one.tables)} med högst ${number.format(one.atMost)} vid varje (${round(one.round)}).`
      case 'too-few-different':
        return `${tables(one.tables)} kan inte ha ${number.format(one.atLeast)} olika vardera bland ${who(one.who)}: det räcker till ${number.format(one.seats)} platser av ${number.format(one.atLeast * one.tables)} (${round(one.round)}).`
      case 'more-than-a-table-holds':
        return `Vid bordet ${names.table(one.table)} ska minst ${people(one.needed)} av olika slag sitta, men det har ${number.format(one.max)} platser (${round(one.round)}).`
      case 'colleagues-outnumber-tables':
        return `${names.organisation(one.organisation)} har ${people(one.people)} men det finns ${tables(one.tables)}: alla kollegor kan inte sitta isär (${round(one.round)}).`
      case 'apart-outnumber-tables':
        return `${list.format(one.people.map(names.person))} ska sitta isär, men det finns bara ${tables(one.tables)} (${round(one.round)}).`
      case 'together-outgrow-table':
        return `${list.format(one.people.map(names.person))} ska sitta ihop, men det största bordet har ${number.format(one.max)} platser (${round(one.round)}).`
      case 'contradiction':
        return `${list.format(one.people.map(names.person))}: reglerna ”${rules[one.rules[0]]}” och ”${rules[one.rules[1]]}” motsäger varandra.`
      case 'never-there-together':
        return `${list.format(one.people.map(names.person))} ska mötas men är aldrig på plats samtidigt.`
      case 'no-table-in-common':
        return `${list.format(one.people.map(names.person))} har inget bord där alla får sitta${one.round === null ? '' : ` i ${round(one.round)}`}.`
      case 'own-too-often':
        return `${names.organisation(one.organisation)} ska sitta med ${names.organisation(one.own)} minst ${number.format(one.atLeast)} gånger, men det går högst ${number.format(one.most)}.`
      case 'own-never-there':
        return `${names.organisation(one.organisation)} ska sitta med ${names.organisation(one.own)}, som ingen kommer ifrån.`
      case 'empty-range':
        return `Regeln ”${rules[one.rule]}” vill ha minst ${number.format(one.atLeast)} och högst ${number.format(one.atMost)}.`
      case 'wish':
        return `${names.person(one.person)} önskar temat ”${one.theme}”, som aldrig tas upp vid ett bord där hen kan sitta.`
    }
  },
  unmet: (one: Unmet, names: Names): string => {
    const where = [
      ...(one.round === undefined ? [] : [round(one.round)]),
      ...(one.table === undefined ? [] : [`bordet ${names.table(one.table)}`]),
      ...(one.people === undefined ? [] : [list.format(one.people.map(names.person))]),
      ...(one.organisations === undefined ? [] : [list.format(one.organisations.map(names.organisation))]),
    ].join(', ')
    const found = one.found === undefined ? '' : `: ${number.format(one.found)}`
    const wanted = one.wanted === undefined ? '' : ` (${range(one.wanted)})`
    const why = one.reason === undefined ? '' : ` Skälet till regeln: ${one.reason}`
    return `${where} – ${rules[one.rule]}${found}${wanted}.${why}`
  },
  repeatFree: (layout: {
    tables: number
    rounds: number
    atMost: number
    instead: readonly number[]
  }): string =>
    layout.instead.length === 0
      ? `Med ${tables(layout.tables)} kan ${number.format(layout.rounds)} rundor inte planeras utan att några möts igen; högst ${number.format(layout.atMost)} kan gå.`
      : `Med ${tables(layout.tables)} finns inget känt sätt att hålla ${number.format(layout.rounds)} rundor utan att några möts igen; med ${either(layout.instead)} finns det.`,
}

function either(counts: readonly number[]): string {
  return new Intl.ListFormat('sv-SE', { type: 'disjunction' }).format(
    counts.map((count) => number.format(count)),
  )
}

function range({ atLeast, atMost }: NonNullable<Unmet['wanted']>): string {
  if (atLeast !== undefined && atLeast === atMost) return `ska vara ${number.format(atLeast)}`
  const parts = [
    ...(atLeast === undefined ? [] : [`minst ${number.format(atLeast)}`]),
    ...(atMost === undefined ? [] : [`högst ${number.format(atMost)}`]),
  ]
  return `ska vara ${parts.join(', ')}`
}
