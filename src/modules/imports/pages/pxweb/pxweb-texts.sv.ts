import type { MissingReason } from '#modules/statistics'
import type { SourceFailureKind } from '../../core/source-failure.ts'
import type { FigureProblem } from '../../pxweb/figures.ts'
import type { YearPart } from '../../pxweb/period.ts'
import type { PickError } from '../../pxweb/picking.ts'

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]

/** The Swedish sentences around picking a series from a statistics office. */
export const sv = {
  crumbs: 'Du är här',
  step: (step: number) => `Hämta en tabell, steg ${step} av 4`,
  unknown: 'inte angivet',

  offices: {
    title: 'Välj myndighet',
    lead: 'Siffrorna hämtas från den som publicerar dem. Kommer nya år hämtas de också.',
    names: {
      scb: 'Statistiska centralbyrån (SCB)',
      tillvaxtanalys: 'Tillväxtanalys',
      vgregion: 'Västra Götalandsregionen',
      folkhalsomyndigheten: 'Folkhälsomyndigheten',
      ssb: 'Statistisk sentralbyrå (SSB)',
      statfi: 'Statistikcentralen',
      statice: 'Hagstofa Íslands',
      statgl: 'Grønlands Statistik',
      hagstova: 'Hagstova Føroya',
      asub: 'Ålands statistik- och utredningsbyrå (ÅSUB)',
    } as Readonly<Record<string, string>>,
    countries: {
      SE: 'Sverige',
      NO: 'Norge',
      FI: 'Finland',
      IS: 'Island',
      GL: 'Grönland',
      FO: 'Färöarna',
      AX: 'Åland',
      DK: 'Danmark',
    } as Readonly<Record<string, string>>,
    search: 'Sök bland tabellerna',
    folders: 'Bläddra i mappar',
    licence: (licence: string) => `Licens ${licence}`,
  },

  tables: {
    title: 'Välj tabell',
    lead: (office: string) => `Tabeller hos ${office}.`,
    words: 'Sök tabell',
    wordsHint: 'Några få ord, till exempel sysselsatta kommun.',
    filter: 'Sök i mappen',
    find: 'Sök',
    caption: 'Tabeller och mappar',
    name: 'Namn',
    period: 'Period',
    updated: 'Uppdaterad',
    folder: 'mapp',
    top: 'Alla mappar',
    found: (total: string, page: number, pages: number) =>
      pages > 1 ? `${total} tabeller. Sida ${page} av ${pages}.` : `${total} träffar.`,
    none: 'Ingen tabell hittades. Sök med färre eller andra ord.',
    pages: 'Sidor',
    previous: 'Föregående sida',
    next: 'Nästa sida',
  },

  values: {
    lead: 'Välj vad serien ska räkna. Alla kommuner och alla år hämtas.',
    errorTitle: 'Det här behöver du ändra innan serien kan visas',
    about: 'Om tabellen',
    source: 'Källa',
    updated: 'Uppdaterad',
    cells: 'Siffror i tabellen',
    notes: 'Källans anmärkningar',
    roles: 'Så läses tabellen',
    rolesLead: 'Förslagen kommer från hur tabellen är gjord. Ändra om något är fel.',
    place: 'Plats',
    placeHint: 'Den variabel som säger vilken kommun det gäller.',
    noPlace: 'Ingen: tabellen gäller hela landet',
    time: 'Tid',
    choose: 'Välj',
    gender: 'Kön',
    noGender: 'Inget: kvinnor och män skiljs inte åt',
    all: 'Värde för alla',
    women: 'Värde för kvinnor',
    men: 'Värde för män',
    noGenderValue: 'Hämtas inte',
    part: 'Del av året som får stå för året',
    partHint: 'Tabellen har flera värden per år. Ett av dem blir årets.',
    partOf: (part: string, years: number) => `${part} (${years} år)`,
    from: 'Från och med',
    fromAll: 'Första året',
    again: 'Läs om sidan med ändringarna',
    counted: 'Vad som räknas',
    countedLead: 'En serie har ett enda värde för var och en av de här variablerna.',
    nothingElse: 'Tabellen har inga fler variabler.',
    division: (variable: string) => `Indelning av ${variable}`,
    ownDivision: 'Tabellens egen',
    show: 'Visa värdena',
    search: (variable: string) => `Sök bland värdena för ${variable}`,
    searchHint: (all: string) => `${all} värden. Skriv en del av namnet och tryck på Visa värdena.`,
    shown: (shown: string, found: string) => `Visar ${shown} av ${found} värden.`,
    noneFound: 'Inget värde heter så.',
    leaveOut: 'Alla tillsammans (myndigheten räknar ihop)',
    preview: 'Visa en bit av serien',
    back: 'Tillbaka till tabellerna',
  },
  year: 'hela året',
  partName: (part: YearPart): string => {
    switch (part.unit) {
      case 'month':
        return months[part.number - 1] ?? ''
      case 'quarter':
        return `kvartal ${part.number}`
      case 'half':
        return `halvår ${part.number}`
      case 'third':
        return `tertial ${part.number}`
      case 'week':
        return `vecka ${part.number}`
    }
  },

  preview: {
    title: 'Kontrollera serien',
    lead: 'Det här är siffror ur serien, hämtade nu. Stämmer de med vad du väntade dig?',
    caption: 'De senaste åren för några av platserna',
    place: 'Plats',
    gender: 'Kön',
    genders: { all: 'Alla', women: 'Kvinnor', men: 'Män' },
    country: 'Hela landet',
    preliminary: 'preliminär',
    preliminaryNote: 'p: preliminär siffra som källan kan ändra.',
    signs: 'Tecken efter en siffra är källans egna.',
    missing: {
      'too-few-answers': 'för få svar',
      'not-participated': 'deltog inte',
      'not-yet-published': 'inte publicerad än',
      discontinued: 'upphörd',
      'not-in-source': 'uppgift saknas',
      suppressed: 'skyddad',
    } satisfies Record<MissingReason, string>,
    addedUp:
      'Myndigheten räknar ihop värden för det som är utelämnat. Andelar och medelvärden går inte att lägga ihop: kontrollera siffrorna, eller välj ett värde i stället.',
    about: 'Om serien',
    table: 'Tabell',
    unit: 'Enhet',
    places: 'Platser',
    placesOf: (places: string) => (places === '1' ? '1 plats' : `${places} platser`),
    years: 'År',
    licence: 'Licens',
    key: 'Seriens nyckel',
    change: 'Ändra valen',
  },

  failed: {
    title: (office: string) => `${office} kunde inte svara`,
    sentences: {
      unreachable:
        'Ingen förbindelse. Försök igen om en stund. Fungerar andra webbplatser är felet hos myndigheten.',
      timeout: 'Svaret dröjde för länge. Försök igen om en stund.',
      refused: 'Myndigheten tog inte emot frågan. Kontrollera valen, eller försök igen senare.',
      limit: 'Myndigheten tar inte emot fler frågor just nu. Vänta en minut och försök igen.',
      'wrong-shape':
        'Svaret gick inte att läsa. Försök igen. Händer det fler gånger har myndigheten ändrat något: kontakta den som sköter programmet.',
      loop: 'Sidorna i svaret leder runt till varandra. Sök med andra ord.',
      gone: 'Tabellen eller mappen finns inte, eller inte längre. Gå tillbaka och välj igen.',
      'too-large': 'Svaret är för stort för att läsas. Välj en mindre tabell eller en mapp längre ned.',
      stopped: 'Frågan avbröts. Försök igen.',
    } satisfies Record<SourceFailureKind, string>,
    again: 'Försök igen',
    detail: 'Tekniska uppgifter',
    address: 'Frågan',
    seen: 'Svaret',
  },
  problemTitle: 'Siffrorna går inte att läsa som en serie',
  problems: {
    'pxweb-missing-variable': 'En variabel saknas i svaret.',
    'pxweb-several-series': 'Variabeln har flera värden i svaret. Välj ett.',
    'pxweb-other-value': 'Svaret gäller ett annat värde än det valda.',
    'pxweb-unknown-place': 'Platsen är okänd.',
    'pxweb-unreadable-period': 'Perioden går inte att läsa som ett år eller en del av ett år.',
    'pxweb-period-not-chosen': 'Perioden är inte den del av året som valts.',
    'pxweb-unknown-gender': 'Könet är inte något av de valda.',
    'pxweb-two-periods-in-one-year': 'Året har flera värden. Välj en del av året.',
  } satisfies Record<`pxweb-${FigureProblem['problem']}`, string> as Readonly<Record<string, string>>,

  errors: {
    'variable-unknown': 'Variabeln finns inte i tabellen. Välj en annan.',
    'variable-twice': 'Samma variabel är vald två gånger. Välj olika.',
    'time-missing': 'Välj vilken variabel som är tiden.',
    'part-missing': 'Välj vilken del av året som får stå för året.',
    'year-unknown': 'Året finns inte i tabellen. Välj ett i listan.',
    'places-unknown':
      'Variabeln har inga kommuner eller län. Välj en annan, eller att tabellen gäller hela landet.',
    'place-needed': 'Du har valt en enda plats. Välj variabeln som plats, så hämtas alla.',
    'gender-missing': 'Välj minst ett värde: alla, kvinnor eller män.',
    'value-missing': 'Välj ett värde.',
    'value-unknown': 'Värdet finns inte i tabellen. Välj ett i listan.',
    'may-not-be-left-out': 'Myndigheten räknar inte ihop den här variabeln. Välj ett värde.',
  } satisfies Record<PickError, string>,
}
