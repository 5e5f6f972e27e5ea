import type { Doubt } from '../../core/doubts.ts'
import type { reasonsByHand } from '../../core/entry-form.ts'

/** What stands in the letter about a figure that was sent back. */
interface ReturnedLetter {
  readonly about: string
  readonly value: string
  readonly by: string
  readonly reason: string
  readonly link: string
}

export const sv = {
  enter: {
    title: 'För in en siffra',
    lead: 'Siffran väntar tills en kollega har bekräftat den. Först då syns den för andra.',
    indicator: 'Indikator',
    chooseFirst: 'Vilken indikator gäller siffran?',
    other: 'Byt indikator',
    checked: 'Värdet stämmer. Jag har kontrollerat det mot källan.',
    indicatorHint: 'Bara de indikatorer som förs för hand. Övriga hämtas ur sin källa.',
    municipality: 'Kommun',
    choose: 'Välj',
    year: 'År',
    gender: 'Gäller',
    genders: { all: 'alla', women: 'kvinnor', men: 'män' },
    value: 'Värde',
    valueHint: (unit: string) => `Enhet: ${unit}. Skriv till exempel 12,4 eller 1 250.`,
    valueHintAny: 'I indikatorns enhet. Skriv till exempel 12,4 eller 1 250.',
    missing: 'Eller varför det inte finns något värde',
    hasValue: 'Det finns ett värde',
    reasons: {
      'too-few-answers': 'för få har svarat',
      'not-participated': 'kommunen deltog inte',
      'not-yet-published': 'inte publicerat än',
      discontinued: 'mäts inte längre',
    } satisfies Record<(typeof reasonsByHand)[number], string>,
    preliminary: 'Siffran är preliminär',
    takenFrom: 'Var siffran står',
    takenFromHint: 'Till exempel: Svenskt Näringsliv, Lokalt företagsklimat 2026, sidan 4.',
    note: 'Kommentar',
    optional: '(får lämnas tomt)',
    send: 'Lämna för bekräftelse',
    none: 'Inga indikatorer förs för hand',
    noneLead:
      'Alla indikatorer hämtas ur en källa. Samordnaren bestämmer i ramverket vilka som förs för hand.',
    byHand: 'Indikatorer utan källa',
    byHandLead: 'Välj en av dem om kommunerna själva ska föra in dess siffror.',
    begin: (name: string) => `För ${name} för hand`,
  },
  waiting: {
    title: 'Siffror att bekräfta',
    lead: 'Den som fört in en siffra kan inte själv bekräfta den. Kontrollera mot det som siffran är hämtad ur.',
    none: 'Ingenting väntar på att bekräftas.',
    enterOne: 'För in en siffra',
    saved: 'Siffran är lämnad. En kollega behöver bekräfta den.',
    confirmed: 'Siffran är bekräftad och syns nu för alla.',
    seeIt: 'Se indikatorn',
    returned: 'Siffran är borttagen från listan.',
    heading: (indicator: string, municipality: string, year: number) =>
      `${indicator}, ${municipality} ${year}`,
    value: 'Värde',
    before: 'Tidigare',
    nothingBefore: 'inget känt värde',
    unit: 'Enhet',
    present: 'Ersätter',
    takenFrom: 'Hämtad ur',
    by: 'Införd',
    byText: (name: string, when: string) => `${name}, ${when}`,
    note: 'Kommentar',
    preliminary: 'preliminär',
    confirm: 'Bekräfta',
    sendBack: 'Skicka tillbaka',
    reason: 'Varför den skickas tillbaka',
    takeBack: 'Ta tillbaka',
    own: 'Du har fört in den här siffran. En kollega bekräftar den.',
    doubt: 'Kontrollera en gång till',
  },
  settled: {
    title: 'Besked om dina siffror',
    lead: 'Vad dina kollegor har svarat de senaste två månaderna.',
    confirmed: (by: string, when: string) => `Bekräftad av ${by}, ${when}.`,
    sentBack: (by: string, when: string, reason: string) => `Skickad tillbaka av ${by}, ${when}: ”${reason}”`,
    again: 'För in den på nytt',
  },
  letter: {
    subject: (about: string) => `Tillbaka till dig: ${about}`,
    body: ({ about, value, by, reason, link }: ReturnedLetter) =>
      `${by} har skickat tillbaka siffran som du förde in:\n\n${about}: ${value}\n\nSkälet: ${reason}\n\nSiffran är inte sparad. Så för du in den på nytt:\n${link}\n`,
  },
  toDo: {
    title: 'Siffror',
    toConfirm: (count: number) =>
      count === 1
        ? 'En siffra väntar på att du bekräftar den'
        : `${count} siffror väntar på att du bekräftar dem`,
    noneToConfirm: 'Inga siffror väntar på dig. Se vad som väntar på andra',
    enter: 'För in en siffra',
    imports: 'Hämta in siffror: källor, filer och körningar',
  },
  doubts: {
    impossible: 'Värdet kan inte förekomma i den här enheten.',
    unusual: 'Värdet är ovanligt i den här enheten.',
    'not-whole': 'Antal brukar vara hela tal.',
    'year-ahead': 'Året har inte börjat än.',
  } satisfies Record<Exclude<Doubt['kind'], 'far-from-before'>, string>,
  farFromBefore: (value: string, year: number) =>
    `Värdet skiljer sig mer än tio gånger från ${value} år ${year}.`,
  source: {
    publisher: (municipality: string) => `${municipality} kommun`,
    licence: 'Inte angiven',
    vintage: 'Infört för hand, bekräftat av en kollega',
    note: 'Siffran är införd av en person i nätverket och bekräftad av en annan.',
  },
  errorTitle: 'Det här behöver du ändra innan siffran kan lämnas',
  errors: {
    'indicator-missing': 'Välj en indikator.',
    'indicator-unknown': 'Indikatorn finns inte längre. Välj en annan.',
    'not-by-hand': 'Indikatorns siffror hämtas ur en källa och förs inte för hand.',
    'municipality-missing': 'Välj en kommun.',
    'municipality-unknown': 'Kommunen finns inte i nätverket.',
    'gender-invalid': 'Välj vilka siffran gäller.',
    'year-invalid': 'Skriv året med fyra siffror.',
    'value-missing': 'Skriv ett värde, eller välj varför det inte finns något.',
    'value-invalid': 'Skriv ett tal, till exempel 12,4 eller 1 250.',
    'value-and-reason': 'Lämna antingen ett värde eller ett skäl, inte båda.',
    'value-doubtful': 'Värdet sticker ut. Kontrollera det, och kryssa i rutan om det stämmer.',
    'reason-invalid': 'Välj ett av skälen.',
    'taken-from-missing': 'Skriv var siffran står, så att den kan kontrolleras.',
    'text-too-long': 'Texten är för lång.',
    'same-as-known': 'Samma värde är redan känt.',
    'waiting-already': 'En siffra för samma kommun och år väntar redan på att bekräftas.',
    'reason-missing': 'Skriv varför siffran skickas tillbaka.',
    'entry-unknown': 'Siffran har redan bekräftats eller tagits bort.',
    'own-entry': 'Du har själv fört in siffran. En kollega behöver bekräfta den.',
    'not-allowed': 'Du får inte göra det.',
  } as Readonly<Record<string, string>>,
}
