import type { WordField } from '../core/history.ts'

/** The Swedish sentences about the matrix, its cells and the programme. Those about the framework's forms stand beside. */
export const sv = {
  noCounts: 'Inga kommuner i nätverket än.',

  example: {
    text: 'Exempeldata: statusarna är påhittade för att visa hur sidan fungerar. De är inte kommunernas egna uppgifter.',
    tag: 'Exempel',
  },
  proposal: { title: 'Förslag, inte beslutat', tag: 'Förslag' },

  matrix: {
    title: 'Hela bilden',
    caption: 'Alla insatser och kommuner',
    legend: 'Vad tecknen betyder',
    intervention: 'Insats',
    lead: 'En rad för varje insats, en kolumn för varje kommun. Varje tecken leder till kommunens egna ord.',
    empty: 'Här blir en tabell när nätverket har kommuner och insatser.',
    cell: (municipality: string, intervention: string, standing: string) =>
      `${municipality}, ${intervention}: ${standing}`,
  },

  programme: {
    title: 'Programmet',
    goals: 'Mål, områden och insatser',
    goalsLead: (goals: number, areas: number, interventions: number) =>
      `${goals} mål, ${areas} områden och ${interventions} insatser som kommunerna arbetar med tillsammans.`,
    goal: (position: number) => `Mål ${position}`,
    none: 'Nätverket har inget program än.',
    noneLead: 'Samordnaren skriver in mål, områden och insatser i ramverket.',
    emptyTitle: 'Inga mål är inskrivna',
    toFramework: 'Till ramverket',
    statuses: 'Vad statusarna betyder',
    status: 'Status',
    meaning: 'Betyder',
  },

  interventions: {
    title: 'Insatser',
    lead: 'Det kommunerna gör tillsammans, område för område, och hur det går.',
    description: 'Insatserna i det gemensamma näringslivsprogrammet och hur de går i varje kommun.',
    retired: 'Avslutade insatser',
    empty: 'Inga insatser är inskrivna',
  },
  intervention: {
    eyebrow: (number: number, area: string) => `Insats ${number} · ${area}`,
    numbered: (number: number, name: string) => `${number}. ${name}`,
    indicators: 'Indikatorer den ska påverka',
    noIndicators: 'Inga indikatorer är kopplade till insatsen.',
    municipalities: 'Så går det i kommunerna',
    goal: 'Mål',
    area: 'Område',
    retired: (day: string) =>
      `Insatsen är avslutad sedan ${day}. Den är inte med i matrisen, men det kommunerna har sagt finns kvar.`,
    edit: 'Ändra insatsen',
  },

  cell: {
    title: (municipality: string, intervention: string) => `${municipality}: ${intervention}`,
    milestone: 'Nästa milstolpe',
    noMilestone: 'Ingen angiven',
    owner: 'Ansvarig',
    deputy: 'Ersättare',
    nobody: 'Ingen utsedd',
    someone: 'Namnet går inte att visa',
    said: 'Senast sagt',
    saidOn: (day: string, ago: string) => `${day} (${ago})`,
    saidBy: (day: string, ago: string, who: string) => `${day} av ${who} (${ago})`,
    lastWord: (ago: string) => `Sagt ${ago}`,
    change: 'Ändra',
    report: 'Rapportera',
    saved: 'Sparat. Ändringen syns nu för alla och står i historiken.',
    others: 'Alla kommuner i insatsen',
    municipality: (name: string) => `Allt om ${name}`,
  },

  history: {
    title: 'Historik',
    lead: 'Syns bara för er som arbetar i nätverket.',
    none: 'Ingen har ändrat något här än.',
    said: 'Ändrade',
    saidFirst: 'Rapporterade för första gången',
    saidAgain: 'Bekräftade att det fortfarande stämmer',
    handedOver: 'Lämnades över, utan att något nytt sades',
    from: 'från',
    to: 'till',
    nothing: '(tomt)',
    unknownPerson: 'Okänd person',
    fields: {
      status: 'Status',
      text: 'Läget',
      owner: 'Ansvarig',
      deputy: 'Ersättare',
      milestone: 'Nästa milstolpe',
      milestoneOn: 'Milstolpens dag',
    } as Record<WordField, string>,
  },

  edit: {
    title: (municipality: string) => `Hur går det i ${municipality}?`,
    status: 'Status',
    outOfUse: (word: string) => `${word} (används inte längre)`,
    text: 'Läget',
    textHint:
      'Några meningar om vad ni gör och vad som hänt sedan sist. Högst 1 000 tecken. Texten blir offentlig: skriv inga personuppgifter.',
    owner: 'Ansvarig',
    ownerHint: 'Syns bara för er som arbetar i nätverket.',
    deputy: 'Ersättare',
    nobody: 'Ingen utsedd',
    gone: (name: string) => `${name} har inte längre någon roll i kommunen. Välj någon annan.`,
    optional: '(kan lämnas tomt)',
    milestone: 'Nästa milstolpe',
    milestoneHint: 'Vad som ska vara klart härnäst, till exempel ”Första kursen startar”.',
    milestoneOn: 'När?',
    save: 'Spara',
    cancel: 'Avbryt',
    unchanged: 'Stämmer allt fortfarande? Spara utan att ändra, så syns det att uppgiften är färsk.',
  },
  conflict: {
    title: 'Någon annan hann före',
    lead: (who: string, when: string) =>
      `${who} sparade ${when}, medan du skrev. Inget av ditt har sparats än. Jämför och välj.`,
    someone: 'En kollega',
    caption: 'De två versionerna',
    field: 'Uppgift',
    now: 'Står där nu',
    yours: 'Du skrev',
    keep: 'Behåll det som står där nu',
    saveMine: 'Spara det jag skrev',
    edit: 'Eller ändra först, och spara sedan',
  },

  work: {
    title: 'Mitt arbete',
    lead: (name: string) => `Inloggad som ${name}.`,
    none: 'Du har inget att rapportera här',
    noneLead: 'Din roll läser det som är offentligt, och historiken i varje ruta.',
    officer: (municipality: string) => `Att göra i ${municipality}`,
    dueLead: (n: number) =>
      n === 1 ? 'En insats behöver dig.' : `${n} insatser behöver dig. Det mest brådskande står först.`,
    nothingDue: 'Inget väntar på dig. Alla insatser är rapporterade och aktuella.',
    column: (municipality: string) => `Alla insatser i ${municipality}`,
    leader: (municipality: string) => `Läget i ${municipality}`,
    stuck: (word: string, municipality: string) => `${word} i ${municipality}`,
    nothingStuck: (word: string) => `Inget har statusen ”${word}”.`,
    gaps: 'Luckor i den gemensamma bilden',
    gapsCaption: 'Kommun för kommun',
    gapsLead:
      'Kommunerna med mest att fråga om står först. Tyst betyder att ingen har sagt något på mer än 180 dagar.',
    municipality: 'Kommun',
    silent: 'Tysta',
    withoutOwner: 'Utan ansvarig',
    lastWord: 'Senaste ord',
    never: 'Aldrig',
    toAskAbout: 'Att fråga om',
    nothingToAsk: 'Alla kommuner har rapporterat allt det senaste halvåret.',
    untouched: 'Insatser som ingen kommun har rapporterat',
    links: 'Verktyg',
    framework: 'Ändra ramverket',
    people: 'Personer och roller',
    log: 'Händelser',
  },
  due: {
    overdue: (milestone: string, days: number) =>
      `Milstolpen ”${milestone}” skulle ha varit klar för ${inDays(days)} sedan.`,
    soon: (milestone: string, days: number) =>
      days === 0
        ? `Milstolpen ”${milestone}” infaller i dag.`
        : `Milstolpen ”${milestone}” infaller om ${inDays(days)}.`,
    stuck: (word: string, days: number) =>
      days === 0
        ? `”${word}” enligt dagens rapport.`
        : `”${word}” enligt rapporten för ${inDays(days)} sedan.`,
    never: 'Har aldrig rapporterats.',
    silent: (days: number) => `Ingen har sagt något på ${inDays(days)}.`,
    noOwner: 'Har ingen ansvarig.',
  },

  errors: {
    title: 'Rätta det här först',
    'changed-meanwhile': 'Någon annan har sparat medan du skrev. Se vad som står där nu innan du sparar.',
    unknown: 'Fältet är inte rätt ifyllt.',
    'status-missing': 'Välj en status.',
    'status-unknown': 'Den statusen finns inte. Välj en i listan.',
    'status-out-of-use': 'Den statusen används inte längre. Välj en annan.',
    'text-missing': 'Skriv några ord om läget.',
    'text-too-long': 'Texten får vara högst 1 000 tecken.',
    'person-unknown': 'Personen finns inte. Välj en i listan.',
    'owner-not-here': 'Den ansvariga har ingen roll i kommunen. Välj någon i listan.',
    'deputy-not-here': 'Ersättaren har ingen roll i kommunen. Välj någon i listan.',
    'deputy-is-owner': 'Ersättaren måste vara någon annan än den ansvariga.',
    'milestone-missing': 'Skriv vad som ska vara klart den dagen, eller ta bort dagen.',
    'milestone-too-long': 'Milstolpen får vara högst 200 tecken.',
    'day-missing': 'Ange vilken dag milstolpen ska vara klar, eller ta bort milstolpen.',
    'day-invalid': 'Den dagen finns inte. Skriv en dag mellan åren 2000 och 2100, till exempel 2027-03-14.',
    'version-missing': 'Formuläret är trasigt. Ladda om sidan och försök igen.',
    'intervention-retired': 'Insatsen är avslutad och kan inte längre rapporteras.',
    'name-missing': 'Skriv ett namn på svenska.',
    'name-too-long': 'Namnet får vara högst 120 tecken.',
    'prose-missing': 'Skriv en text på svenska.',
    'prose-too-long': 'Texten får vara högst 2 000 tecken.',
    'place-invalid': 'Skriv ett heltal från 1 till 999.',
    'label-missing': 'Skriv vad statusen heter på svenska.',
    'label-too-long': 'Ordet får vara högst 30 tecken.',
    'label-taken': 'En annan status heter redan så, på svenska eller engelska. De måste gå att skilja åt.',
    'status-needed': 'Programmets regler bygger på den här statusen, så den kan inte tas ur bruk.',
    'goal-missing': 'Välj ett mål.',
    'goal-unknown': 'Målet finns inte eller är avslutat. Välj ett annat.',
    'area-missing': 'Välj ett område.',
    'area-unknown': 'Området finns inte eller är avslutat. Välj ett annat.',
    'number-taken': 'En annan insats har redan det numret.',
    'indicator-unknown': 'En av indikatorerna finns inte längre. Ladda om sidan.',
    'note-missing': 'Berätta vad som är förslag och vems det är.',
    'still-in-use':
      'Det går inte att avsluta: något som fortfarande gäller hör hit. Flytta eller avsluta det först.',
    'retired-already': 'Delen är redan avslutad.',
    'not-retired': 'Delen är inte avslutad.',
    'parent-retired': 'Det den hör till är avslutat. Ta tillbaka det först, eller flytta delen.',
  },
}

function inDays(days: number): string {
  return days === 1 ? 'en dag' : `${days} dagar`
}
