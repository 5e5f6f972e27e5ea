import type { AskedWrong, ReportForm } from '../core/asked.ts'

/** Every Swedish sentence of reports, their pages and their files. */
export const sv = {
  forms: {
    page: 'Webbsida',
    pdf: 'PDF',
    docx: 'Word',
    pptx: 'PowerPoint',
    xlsx: 'Excel',
  } as Record<ReportForm, string>,
  formHints: {
    page: 'Går att skriva ut.',
    pdf: 'Tillgänglig, med bokmärken och taggar.',
    docx: 'Att skriva vidare i.',
    pptx: 'En bild för varje område, och diagram som går att ändra.',
    xlsx: 'Alla rader, att räkna vidare på.',
  } as Record<ReportForm, string>,

  report: {
    title: (what: string) => `Uppföljning: ${what}`,
    asOf: (day: string) => `Så som det var känt ${day}`,
    asOfToday: (day: string) => `Så som det är känt ${day}`,
    notOver: 'Dagen är inte slut: det som sägs före midnatt kommer också med.',
    contents: 'Innehåll',
    footer: (title: string, day: string, address: string) => `${title}, ${day}\n${address}`,
    covers: (municipalities: number, interventions: number) =>
      `Rapporten gäller ${municipalities} kommuner och ${interventions} insatser.`,
    coversOne: (municipality: string, interventions: number) =>
      `Rapporten gäller ${municipality} och ${interventions} insatser.`,
    proposal: 'Förslag, inte beslutat',
    examples: 'Exempeldata',
    examplesText:
      'Det som står om insatserna är påhittat för att visa hur rapporten fungerar. Det är inte kommunernas egna uppgifter.',
    noFramework: 'Nätverket har inga insatser inskrivna.',
  },

  brief: {
    title: 'I korthet',
    byIntervention: 'Så många kommuner står hur, insats för insats',
    byStanding: 'Så många insatser står hur',
    intervention: 'Insats',
    standing: 'Läge',
    count: 'Antal insatser',
    none: '–',
  },
  stuck: {
    title: 'Det här sitter fast',
    none: 'Ingenting sitter fast.',
  },
  silence: {
    title: 'Här är det tyst',
    none: 'Allt är rapporterat det senaste halvåret.',
    lead: 'Tyst är det som ingen har sagt något om på mer än 180 dagar.',
    never: (numbers: string) => `aldrig rapporterat insats ${numbers}`,
    silent: (numbers: string) => `tyst om insats ${numbers}`,
  },
  changes: {
    title: (since: string) => `Ändrat sedan ${since}`,
    none: 'Ingen kommun har sagt något nytt.',
    caption: (since: string) => `Vad kommunerna har sagt sedan ${since}`,
    before: 'Förut',
    after: 'Nu',
    again: 'Samma sak sagd en gång till',
  },
  indicators: {
    title: 'Indikatorerna',
    none: 'Nätverket har inga huvudindikatorer.',
    caption: 'Värde, förändring och mål',
    indicator: 'Indikator',
    value: 'Senaste värde',
    target: 'Mål',
    noTarget: 'Inget beslutat',
    oneYear: 'Förändring',
    targetIs: (text: string) => `${text}.`,
  },
  areas: {
    title: 'Område för område',
    area: (name: string) => `Område: ${name}`,
    goal: (goal: string, strategy: string) => `Mål: ${withStop(goal)} ${strategy}`,
    table: (intervention: string) => `Läget i ${intervention}`,
    tableOfArea: (area: string) => `Läget i området ${area}`,
    none: 'Området har inga insatser.',
  },
  cell: {
    municipality: 'Kommun',
    intervention: 'Insats',
    standing: 'Läge',
    text: 'Vad kommunen säger',
    said: 'Senast sagt',
    milestone: 'Nästa milstolpe',
    nothing: '–',
    numbered: (number: number, name: string) => `${number}. ${name}`,
    saidOn: (day: string, days: number) => `${day} (${days}\u00a0${days === 1 ? 'dag' : 'dagar'})`,
    milestoneOn: (text: string, day: string) => `${text}, ${day}`,
    example: 'exempel',
  },
  about: {
    title: 'Om rapporten',
    made: (network: string) =>
      `Rapporten är satt samman ur det som kommunerna i ${network} har sagt i Samsyn och ur öppna källor. Ingen har skrivit om den för hand.`,
    same: 'Samma dag ger alltid samma rapport, i varje form. Inga personers namn står i den.',
    address: (address: string) => `Den kan läsas igen på ${address}`,
  },

  slides: {
    summary: 'Så står insatserna',
    summaryAlt: (parts: string) => `Stapeldiagram över hur insatserna står i varje område. ${parts}.`,
    attention: 'Sitter fast och tyst',
    nothing: 'Ingenting sitter fast, och allt är rapporterat det senaste halvåret.',
    more: (count: number) => `Och ${count} till: se rapporten.`,
    silentIn: (municipality: string, count: number) =>
      `${municipality}: tyst om ${count} ${count === 1 ? 'insats' : 'insatser'}`,
    target: (year: number) => `Mål ${year}`,
    number: 'Nr',
  },
  sheets: {
    interventions: 'Insatser',
    indicators: 'Indikatorer',
    changes: 'Ändringar',
    about: 'Om rapporten',
    goal: 'Mål',
    area: 'Område',
    number: 'Nr',
    municipalityCode: 'Kommunkod',
    saidOn: 'Sagt',
    age: 'Dagar sedan',
    milestoneOn: 'Milstolpens dag',
    example: 'Exempel',
    yes: 'ja',
    no: 'nej',
    unit: 'Enhet',
    place: 'Plats',
    year: 'År',
    valueColumn: 'Värde',
    missing: 'Varför värdet saknas',
    preliminary: 'Preliminärt',
    region: 'Regionen',
    title: 'Rapport',
    asOf: 'Per dag',
    since: 'Jämfört med',
    address: 'Adress',
    notice: 'Att veta',
  },

  choose: {
    title: 'Rapporter',
    lead: 'Uppföljningen av programmet och indikatorerna, för regionen eller en kommun, så som den var känd en viss dag.',
    subject: 'Vad',
    region: 'Hela regionen',
    day: 'Dag',
    dayHint: 'En dag som har varit, till exempel 2026-06-30. Rapporten visar det som var känt då.',
    since: 'Jämför med',
    sinceHint: 'En tidigare dag, om du vill se vad som har ändrats. Kan lämnas tomt.',
    language: 'Språk',
    languages: { sv: 'Svenska', en: 'Engelska' },
    form: 'Form',
    show: 'Visa rapporten',
    cite: 'Varje rapport har en egen adress som går att länka till. Samma adress ger alltid samma rapport.',
    latest: 'De senaste rapporterna',
    goalTree: 'Målträdet: hela programmet på ett blad',
    errorTitle: 'Rapporten finns inte',
    refusals: {
      'no-form': 'Rapporten finns som webbsida, pdf, docx, pptx och xlsx. Välj en av dem.',
      'no-day': 'Det är ingen dag. Skriv den som 2026-06-30.',
      'day-to-come': 'Den dagen har inte varit än. Välj i dag eller en tidigare dag.',
      'no-since': 'Det är ingen dag att jämföra med. Skriv den som 2026-06-30, eller lämna fältet tomt.',
      'since-not-earlier': 'Jämför med en dag som är tidigare än rapportens egen.',
      'no-municipality': 'Nätverket har ingen sådan kommun. Välj en i listan.',
    } as Record<AskedWrong, string>,
    busy: 'Just nu skrivs för många rapporter. Försök igen om en liten stund.',
    asFiles: 'Samma rapport som fil',
    other: 'Välj en annan rapport',
  },

  leader: {
    title: (municipality: string) => `Läget i ${municipality}`,
    lead: 'Det här går som det ska, det här sitter fast, och så har grannarna gjort.',
    link: (municipality: string) => `Ledningens sida för ${municipality}`,
    needsYou: 'Det här behöver dig',
    nothingNeedsYou: 'Ingenting sitter fast eller är försenat.',
    onTrack: 'Det här går som det ska',
    nothingOnTrack: 'Ingenting är rapporterat som enligt plan eller genomfört.',
    unknown: 'Det här har ingen sagt något om',
    neighbourSays: (municipality: string, standing: string) => `${municipality}, ${standing}:`,
    noNeighbour: 'Ingen granne har rapporterat att det går som det ska.',
    owner: (name: string) => `Ansvarig: ${name}`,
    noOwner: 'Ingen ansvarig är utsedd',
    toReport: 'Hela rapporten',
    days: (days: number) => inDays(days),
  },

  tree: {
    title: 'Målträdet',
    lead: 'Från målbilden till insatserna, med de indikatorer som varje insats ska påverka.',
    description: 'Programmets målbild, mål, områden och insatser med indikatorer som en bild att skriva ut.',
    vision: 'Målbild',
    goals: 'Mål',
    areas: 'Områden',
    interventions: 'Insatser',
    indicators: 'Indikatorer',
    asList: 'Samma innehåll som lista',
    svg: 'Ladda ner som SVG',
    pdf: 'Ladda ner som PDF (A3 liggande)',
    alt: (goals: number, areas: number, interventions: number) =>
      `Målträd med ${goals} mål, ${areas} områden och ${interventions} insatser. Samma innehåll står som lista på sidan.`,
    none: 'Nätverket har inget program än.',
    noIndicators: 'inga indikatorer kopplade',
  },
}

function inDays(days: number): string {
  if (days === 0) return 'samma dag'
  return days === 1 ? 'en dag sedan' : `${days} dagar sedan`
}

/** A sentence has one full stop at its end. */
function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
