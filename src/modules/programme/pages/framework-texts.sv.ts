import type { AddedKind, PartKind } from '../core/framework.ts'
import type { Standing } from '../core/status.ts'

/** The Swedish sentences around the framework's forms. */
export const sv = {
  title: 'Ramverket',
  lead: 'Mål, områden, insatser, statusord och indikatorer som nätverket har gemensamt. Det du ändrar syns genast för alla, och står i händelseloggen.',
  programme: 'Programmet',
  isProposal: 'Märkt som förslag på alla sidor',
  isAdopted: 'Inte märkt som förslag',
  editProgramme: 'Ändra programmet',
  place: 'Plats',
  number: 'Nummer',
  name: 'Namn',
  belongsTo: 'Hör till',
  retiredPart: 'avslutad',
  outOfUse: 'används inte',
  meaning: 'Betyder',
  statusesLead:
    'Vad ni kallar det som sägs om en insats eller en aktivitet, och i vilken ordning det står. Det som redan är sagt visas med dagens ord i dag, och med den dagens ord för en dag som varit.',
  empty: 'Inget är inskrivet än.',
  plural: { goal: 'Mål', area: 'Områden', intervention: 'Insatser', status: 'Statusord' } as Record<
    PartKind,
    string
  >,
  add: {
    goal: 'Lägg till ett mål',
    area: 'Lägg till ett område',
    intervention: 'Lägg till en insats',
  } as Record<AddedKind, string>,
  editTitle: {
    goal: 'Ändra målet',
    area: 'Ändra området',
    intervention: 'Ändra insatsen',
    status: 'Ändra statusordet',
  } as Record<PartKind, string>,
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
    status: 'Vad det betyder, på svenska',
  } as Record<PartKind, string>,
  textEn: {
    goal: 'Vad målet innebär, på engelska',
    area: 'Huvudstrategi på engelska',
    intervention: 'Text på engelska',
    status: 'Vad det betyder, på engelska',
  } as Record<PartKind, string>,
  nameHint: { status: 'Högst 30 tecken. Står i smala kolumner.' } as Partial<Record<PartKind, string>>,
  textHint: {
    intervention: 'Vad ni gör, varför, och när det är klart. Högst 2 000 tecken.',
    status: 'En eller två meningar. Står vid ordet för den som väljer.',
  } as Partial<Record<PartKind, string>>,
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

  retireLead: {
    goal: 'Målet försvinner från programmet. Det går bara när inga områden hör till det. Inget raderas.',
    area: 'Området försvinner från programmet. Det går bara när inga insatser hör till det. Inget raderas.',
    intervention:
      'Insatsen försvinner från matrisen och går inte längre att rapportera. Adressen, det kommunerna har sagt och historiken finns kvar.',
    status:
      'Ordet går inte längre att välja. Det står kvar, och går att läsa, överallt där det redan är sagt.',
  } as Record<PartKind, string>,
  retire: {
    goal: 'Avsluta målet',
    area: 'Avsluta området',
    intervention: 'Avsluta insatsen',
    status: 'Sluta använda ordet',
  } as Record<PartKind, string>,
  neededTitle: 'Alltid i bruk',
  neededStatus:
    'Programmets regler bygger på den här statusen, så den kan inte tas ur bruk. Vad den heter bestämmer ni.',
  isRetired: (day: string) => `Avslutad sedan ${day}.`,
  isOutOfUse: (day: string) => `Används inte sedan ${day}.`,
  bringBack: 'Ta tillbaka',
  ruleTitle: 'Vad programmet gör med den',
  ruleNote: 'Det ändras inte av vad den heter. Tecknet och färgen följer också med.',
  rules: {
    planned: 'Räknas som inte påbörjad. Programmet frågar om en aktivitet i insatsen redan är genomförd.',
    'on-plan': 'Räknas som att det går som det ska. Programmet frågar när inget har hänt på nio månader.',
    delayed: 'Räknas som sen. En aktivitet måste säga varför.',
    stuck: 'Räknas som fast. Påminns om, och står först i rapporterna.',
    done: 'Räknas som klar. Inget mer påminns om.',
    stopped: 'Räknas som avslutad i förtid. Inget mer påminns om, och en aktivitet måste säga varför.',
    'not-reported':
      'Så står en ruta där ingen har sagt något. Det går inte att välja, och räknas aldrig som något bra.',
  } as Record<Standing, string>,
  bringBackLead: 'Allt som hör till den finns kvar och gäller igen.',
}
