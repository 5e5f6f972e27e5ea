import type { PartKind } from '../core/framework.ts'

/** The Swedish sentences around the framework's forms. */
export const sv = {
  title: 'Ramverket',
  lead: 'Mål, områden, insatser och indikatorer som nätverket har gemensamt. Det du ändrar syns genast för alla, och står i händelseloggen.',
  programme: 'Programmet',
  isProposal: 'Märkt som förslag på alla sidor',
  isAdopted: 'Inte märkt som förslag',
  editProgramme: 'Ändra programmet',
  place: 'Plats',
  number: 'Nummer',
  name: 'Namn',
  belongsTo: 'Hör till',
  retiredPart: 'avslutad',
  empty: 'Inget är inskrivet än.',
  plural: { goal: 'Mål', area: 'Områden', intervention: 'Insatser' } as Record<PartKind, string>,
  add: {
    goal: 'Lägg till ett mål',
    area: 'Lägg till ett område',
    intervention: 'Lägg till en insats',
  } as Record<PartKind, string>,
  editTitle: { goal: 'Ändra målet', area: 'Ändra området', intervention: 'Ändra insatsen' } as Record<
    PartKind,
    string
  >,
  all: { goal: 'Alla mål', area: 'Alla områden', intervention: 'Alla insatser' } as Record<PartKind, string>,
  needsGoal: 'Lägg till ett mål först.',
  needsArea: 'Lägg till ett område först.',
  indicators: 'Indikatorer',
  addIndicator: 'Lägg till en indikator',
  saved: 'Ändringen är sparad och står i händelseloggen.',

  nameSv: 'Namn på svenska',
  nameEn: 'Namn på engelska',
  textSv: {
    goal: 'Vad målet innebär, på svenska',
    area: 'Huvudstrategi på svenska',
    intervention: 'Text på svenska',
  } as Record<PartKind, string>,
  textEn: {
    goal: 'Vad målet innebär, på engelska',
    area: 'Huvudstrategi på engelska',
    intervention: 'Text på engelska',
  } as Record<PartKind, string>,
  interventionHint: 'Vad ni gör, varför, och när det är klart. Högst 2 000 tecken.',
  optionalEnglish: '(tomt: den svenska texten visas)',
  position: 'Plats i ordningen',
  goal: 'Mål som området hör till',
  area: 'Område som insatsen hör till',
  choose: 'Välj',
  indicatorsHint: 'De mått som bör röra sig om insatsen lyckas.',
  save: 'Spara',
  cancel: 'Tillbaka utan att spara',

  vision: 'Målbild på svenska',
  visionEn: 'Målbild på engelska',
  proposalField: 'Programmet är ett förslag',
  proposalHint: 'Så länge rutan är ikryssad står det på varje sida som visar programmet.',
  noteSv: 'Vad som är förslag och vems det är, på svenska',
  noteEn: 'Samma sak på engelska',

  conflict: {
    title: 'Någon annan hann före',
    lead: 'Det du skrev står kvar i formuläret men är inte sparat. Sparar du igen ersätter du det som står där nu.',
    open: 'Visa det som står där nu (öppnas i en ny flik)',
  },

  retireTitle: 'Avsluta',
  retireLead: {
    goal: 'Målet försvinner från programmet. Det går bara när inga områden hör till det. Inget raderas.',
    area: 'Området försvinner från programmet. Det går bara när inga insatser hör till det. Inget raderas.',
    intervention:
      'Insatsen försvinner från matrisen och går inte längre att rapportera. Adressen, det kommunerna har sagt och historiken finns kvar.',
  } as Record<PartKind, string>,
  retire: { goal: 'Avsluta målet', area: 'Avsluta området', intervention: 'Avsluta insatsen' } as Record<
    PartKind,
    string
  >,
  isRetired: (day: string) => `Avslutad sedan ${day}.`,
  bringBack: 'Ta tillbaka',
  bringBackLead: 'Allt som hör till den finns kvar och gäller igen.',
}
