import type { FrameworkKind, PartField } from '../core/framework-versions.ts'

export const sv = {
  title: 'Programmets versioner',
  lead: 'Vad som har ändrats i det gemensamma ramverket, dag för dag. Det som kommunerna har rapporterat står kvar som det var.',
  none: 'Ramverket har inte ändrats sedan det skrevs in.',
  version: (number: number, day: string) => `Version ${number}, från den ${day}`,
  asItWas: 'Programmet som det var när dagen var slut',
  first: 'Version 1',
  firstLead: 'Ramverket som det skrevs in från början.',
  firstAsItWas: 'Programmet före den första ändringen',
  label: (number: number) => `Ändringar i version ${number}`,
  was: { added: 'lades till', changed: 'ändrades', retired: 'avslutades', back: 'togs tillbaka' },
  kinds: { programme: 'Programmet', goal: 'Mål', area: 'Område', intervention: 'Insats' } as Record<
    FrameworkKind,
    string
  >,
  fields: {
    name: 'Namn',
    text: 'Text',
    place: 'Nummer',
    parent: 'Hör till',
    indicators: 'Indikatorer',
    isProposal: 'Förslag',
    isRetired: 'Avslutad',
  } as Record<PartField, string>,
  yes: 'ja',
  no: 'nej',
  from: 'från',
  to: 'till',
  nothing: 'inget',
  link: 'Tidigare versioner av programmet',
}
