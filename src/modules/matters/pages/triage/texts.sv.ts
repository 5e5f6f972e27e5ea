import type { Part, PartRole, Triage } from '../../core/part.ts'
import type { Move } from '../../part-store.ts'

/** The Swedish sentences about where a matter belongs, and who says so. */
export const sv = {
  triage: {
    title: 'Att fördela',
    lead: 'De här ärendena väntar på att en människa säger var de hör hemma. Det som har väntat längst står överst.',
    none: 'Inget väntar på att fördelas.',
    noneLead: 'Alla ärenden har någon som leder dem och en mottagare.',
    count: (n: number) => (n === 1 ? 'Ett ärende väntar' : `${n} ärenden väntar`),
    assign: 'Fördela',
    chooseDesk: 'Välj mottagare',
    about: (number: string) => `: ärende ${number}`,
    came: (day: string) => `Kom ${day}`,
    example: 'Exempel',
    left: (day: string, days: number) =>
      days === 0
        ? `Första svaret senast i dag, ${day}`
        : days === 1
          ? `Första svaret senast ${day}, en arbetsdag kvar`
          : `Första svaret senast ${day}, ${days} arbetsdagar kvar`,
    late: (day: string) => `Första svaret skulle ha kommit ${day}`,
    answered: 'Har fått ett första svar',
  },
  toDo: {
    title: 'Ärenden att fördela',
    desks: (municipality: string) => `Mottagare och regler i ${municipality}`,
    topics: 'Ämnen',
  },
  why: {
    nameless: 'Avsändaren är inte namngiven.',
    'place-unsure': 'Avsändaren vet inte vilken kommun det gäller.',
    'whole-region': 'Det gäller hela regionen.',
    'no-lead': 'Det gäller flera kommuner, och företaget har inte sitt säte i någon av dem.',
    'no-desk': 'Ingen regel pekar ut en mottagare.',
    'several-desks': 'Flera regler pekar åt olika håll.',
    'not-mine': 'En kommun har lämnat det till samordnaren.',
  } as Record<Triage, string>,
  matter: {
    number: (number: string) => `Ärende ${number}`,
    topic: 'Ämne',
    places: 'Kommuner som avsändaren har angett',
    region: 'Hela regionen',
    unsure: 'Vet inte',
    locality: 'Plats',
    why: 'Väntar för att',
  },
  roles: {
    lead: 'Leder',
    contributor: 'Bidrar',
    informed: 'För kännedom',
  } as Record<PartRole, string>,
  stances: {
    takes: 'Tar det',
    noted: 'Har noterat det',
    'not-mine': 'Har lämnat över',
  } as Record<NonNullable<Part['stance']>, string>,
  parts: {
    title: 'Kommunerna i ärendet',
    lead: 'Vem som leder, vilka som bidrar och varför det kom hit. Företaget läser inget av det här: det ser en tråd och en röst.',
    none: 'Ingen kommun har ärendet än. Samordnaren fördelar det.',
    noDesk: 'Inte vald',
    nobody: 'Ingen ansvarig',
    someone: 'En person i kommunen',
    noStance: 'Har inte sagt något än',
    why: 'Varför ärendet kom hit',
    whyIn: (municipality: string) => `${municipality}:`,
    left: (municipality: string, day: string, reason: string) =>
      `${municipality} lämnade ärendet ${day}: ”${reason}”`,
    waits: 'Väntar på att fördelas',
    actions: (municipality: string) => `${municipality} säger`,
    take: 'Vi tar det',
    noted: 'Noterat, för kännedom',
    passOn: 'Inte vårt: lämna över',
    passOnLead: 'Lämna över',
    share: 'Dela med en kommun till',
    desks: 'Byt mottagare',
    chooseDesk: 'Välj mottagare',
    assign: 'Fördela om',
    history: 'Hur ärendet har flyttats',
    historyLead: 'Syns bara för dem som arbetar med ärendet.',
    coordinator: 'samordnaren',
    byFor: (who: string, municipality: string) => `${who}, ${municipality}`,
  },
  moves: {
    takes: (whose) => `${whose} tar ärendet`,
    noted: (whose) => `${whose} har noterat ärendet`,
    desk: (whose, desk) => `${whose} tar det hos ${desk}`,
    'passed-on': (whose) => `Lämnades över till ${whose}`,
    shared: (whose) => `Delades med ${whose}`,
    lead: (whose) => `${whose} leder`,
    role: (whose, _desk, role) => `${whose}: ${role}`,
    left: (whose) => `${whose} har det inte längre`,
  } as Record<Move['did'], (whose: string, desk: string, role: string) => string>,
  effect: {
    title: 'Vad som händer när du delar',
    record:
      'Varje kommun är en egen myndighet. Det du delar blir en inkommen allmän handling också hos mottagaren (tryckfrihetsförordningen 2 kap. 9 §), och den kommunen prövar själv om den lämnas ut.',
    forever: 'Det går inte att ta tillbaka. Den som en gång har fått ärendet kan alltid läsa det.',
    seen: 'Företaget ser i sin logg att du har delat ärendet, och med vem.',
    coordinator: 'Samordnaren läser redan det som kommer genom den gemensamma ingången.',
    secrecy: (paragraph: string) =>
      `Ärendet är märkt: kan omfattas av sekretess (${paragraph}). Pröva om uppgifterna får lämnas ut innan du går vidare.`,
  },
  passOn: {
    title: 'Lämna över ärendet',
    lead: 'Ett ärende lämnas alltid till någon. Leder ni det följer ledningen med. Företaget läser bara vem som har tagit över, aldrig varför.',
    as: 'För vilken kommun?',
    to: 'Vem ska ha det?',
    choose: 'Välj mottagare',
    coordinator: 'Samordnaren, som fördelar det',
    onlyMunicipalities: 'Ärendet kom genom er egen ingång. Det kan bara lämnas till en annan kommun.',
    reason: 'Varför?',
    reasonHint: 'Mottagaren läser det. Skriv så att företaget skulle kunna läsa det.',
    stays: 'Vi stannar kvar och bidrar',
    submit: 'Lämna över',
    cancel: 'Avbryt',
  },
  share: {
    title: 'Dela ärendet',
    lead: 'Den du delar med läser hela ärendet från och med nu.',
    to: 'Med vilken kommun?',
    choose: 'Välj kommun',
    role: 'Som vad?',
    reason: 'Varför?',
    reasonHint: 'Mottagaren läser det.',
    submit: 'Dela',
    cancel: 'Avbryt',
    all: 'Alla kommuner har redan ärendet.',
  },
  desk: {
    title: 'Välj mottagare',
    lead: 'Den som svarar hos mottagaren får ett mejl.',
    desk: 'Mottagare',
    choose: 'Välj mottagare',
    reason: 'Varför den?',
    reasonHint: 'Syns för dem som arbetar med ärendet.',
    submit: 'Spara',
    cancel: 'Avbryt',
    none: 'Ingen mottagare är öppnad.',
  },
  assign: {
    title: 'Fördela ärendet',
    lead: 'Säg vem som leder, vilka som bidrar och hos vilka mottagare. Alla får ett mejl. Företaget får veta vem som har tagit över.',
    concerned: 'Kommuner',
    others: 'Övriga kommuner',
    role: 'Roll',
    notIn: 'Är inte med',
    desk: 'Mottagare',
    byRules: 'Enligt kommunens regler',
    reason: 'Varför?',
    reasonHint: 'Kommunerna läser det.',
    submit: 'Fördela',
    cancel: 'Avbryt',
    conflict:
      'Någon annan har flyttat ärendet medan du skrev. Så här står det nu. Det du valde står kvar i formuläret.',
  },
  company: {
    taken: (municipality: string) => `${municipality} har tagit över ert ärende och svarar er här.`,
    first: (municipality: string) => `${municipality} tar hand om ert ärende och svarar er här.`,
    subject: (number: string, municipality: string, isFirst: boolean) =>
      isFirst
        ? `[${number}] ${municipality} tar hand om ert ärende`
        : `[${number}] ${municipality} har tagit över ert ärende`,
    body: (said: string, address: string) => [
      'Hej!',
      `${said} Ni behöver inte göra något.`,
      `Följ ärendet: ${address}`,
    ],
  },
  letter: {
    subject: (number: string, municipality: string | null) =>
      municipality === null
        ? `[${number}] Ett ärende att fördela`
        : `[${number}] Ett ärende till ${municipality}`,
    body: (number: string, municipality: string | null, address: string) => [
      'Hej!',
      municipality === null
        ? `Ärende ${number} väntar på att du säger var det hör hemma.`
        : `Ärende ${number} har kommit till dig i ${municipality}.`,
      `Läs det här: ${address}`,
      'Mejlet innehåller inget av det som står i ärendet.',
    ],
  },
  errors: {
    title: 'Något behöver rättas',
    unknown: 'Något stämmer inte. Läs igenom och försök igen.',
    'stance-missing': 'Välj en hållning.',
    'lead-cannot-note': 'Ni leder ärendet. Ta det, eller lämna över till någon.',
    'receiver-missing': 'Välj vem som ska ha ärendet. Det kan inte lämnas till ingen.',
    'receiver-self': 'Ni har redan ärendet. Välj någon annan.',
    'receiver-unknown': 'Välj en kommun i nätverket.',
    'receiver-there': 'Kommunen har redan ärendet.',
    'coordinator-reads-not': 'Ärendet kom genom er egen ingång. Välj en kommun.',
    'reason-missing': 'Skriv varför.',
    'text-too-long': 'Texten är för lång: högst 500 tecken.',
    'role-missing': 'Välj som vad kommunen ska vara med.',
    'desk-missing': 'Välj en mottagare.',
    'desk-closed': 'Mottagaren är stängd. Välj en annan.',
    'desk-same': 'Ärendet står redan där. Välj en annan mottagare.',
    'lead-missing': 'Välj en kommun som leder.',
    'lead-twice': 'Bara en kommun kan leda.',
    'matter-closed': 'Ärendet är avslutat. Öppna det igen först.',
  },
}
