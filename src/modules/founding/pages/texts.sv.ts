/** Every Swedish sentence of the module. */
export const sv = {
  form: {
    title: 'Sätt upp ert nätverk',
    lead: 'Fyll i sidan, så finns nätverkets plats på webben. Du blir samordnare och får en länk att logga in med.',
    optional: '(får lämnas tomt)',

    network: 'Nätverket',
    networkLead: 'Skriv på ett språk eller på båda. Det du lämnar tomt visas på det andra språket.',
    name: { sv: 'Namn på svenska', en: 'Namn på engelska' },
    about: { sv: 'Vad nätverket är, på svenska', en: 'Vad nätverket är, på engelska' },
    aboutHint: 'Två meningar: vilka ni är och vad ni gör tillsammans. Högst 600 tecken.',
    contact: { sv: 'Så når man er, på svenska', en: 'Så når man er, på engelska' },
    contactHint:
      'Till exempel en e-postadress eller ett telefonnummer. Alla besökare ser det. Högst 300 tecken.',

    coordinator: 'Samordnaren',
    coordinatorLead: 'Den som sköter ramverket och bjuder in andra. Oftast är det du.',
    person: 'Namn eller befattning',
    personHint: 'Så som det ska stå för andra i nätverket.',
    email: 'E-postadress',
    emailHint: 'Hit går länken att logga in med. Besökare ser den inte.',

    municipalities: 'Kommunerna',
    municipalitiesLead:
      'Välj minst en och högst 500. Ta med alla: kommuner går inte att lägga till eller ta bort på webbplatsen efteråt.',
    picker: 'Kommuner i Sverige',
    pickerHint: 'Öppna ett län och kryssa för de kommuner som är med.',
    county: (picked: number, all: number) =>
      picked === 0 ? (all === 1 ? '1 kommun' : `${all} kommuner`) : `${picked} av ${all} valda`,
    written: 'Kommuner i andra länder',
    writtenHint:
      'En kommun per rad: kod, semikolon och namn. Två kolumner ur ett kalkylark går också att klistra in.',
    writtenExample: 'Exempel: 101; København',

    send: 'Sätt upp nätverket',
  },

  errors: {
    title: 'Rätta det här först',
    'name-missing': 'Skriv vad nätverket heter.',
    'name-too-long': 'Namnet får vara högst 120 tecken.',
    'about-missing': 'Skriv vad nätverket är.',
    'about-too-long': 'Beskrivningen får vara högst 600 tecken.',
    'contact-missing': 'Skriv hur man når nätverket.',
    'contact-too-long': 'Texten om hur man når nätverket får vara högst 300 tecken.',
    'person-missing': 'Skriv samordnarens namn eller befattning.',
    'person-too-long': 'Samordnarens namn får vara högst 120 tecken.',
    'email-missing': 'Skriv samordnarens e-postadress.',
    'email-invalid': 'E-postadressen ser inte rätt ut. Den ska likna namn@kommun.se.',
    unknown: 'Fältet är inte rätt ifyllt.',
  },
  choiceProblems: {
    'none-chosen': 'Välj minst en kommun.',
    'too-many': 'Ett nätverk kan ha högst 500 kommuner. Ta bort några.',
    'more-rows': (count: number) =>
      count === 1 ? 'Ytterligare 1 rad har fel.' : `Ytterligare ${count} rader har fel.`,
  },
  rowProblems: {
    'row-code-missing': (line: number, what: string) => `Rad ${line}: koden saknas framför ”${what}”.`,
    'row-name-missing': (line: number, what: string) =>
      `Rad ${line}: namnet saknas efter ”${what}”. Skriv kod; namn.`,
    'row-too-long': (line: number) => `Rad ${line}: koden får vara högst 20 tecken och namnet högst 80.`,
    'row-code-twice': (line: number, what: string) => `Rad ${line}: koden för ”${what}” används redan.`,
    'row-name-twice': (line: number, what: string) => `Rad ${line}: namnet ”${what}” används redan.`,
  },

  code: {
    title: 'Startkoden behövs',
    lead: 'Bara den som har startat Samsyn får sätta upp nätverket.',
    where:
      'Koden står i terminalen där du startade programmet, i adressen som slutar på ?kod= och tolv tecken. Öppna den adressen, eller skriv koden här.',
    wrong: 'Koden stämmer inte. Skriv av de tolv tecknen i terminalen.',
    label: 'Startkod',
    go: 'Fortsätt',
  },
  done: {
    title: 'Nätverket är uppsatt',
    lead: 'Ett brev med en länk att logga in med är på väg till samordnaren.',
    mailbox: 'Ingen e-postserver är inställd. Därför läser du brevet här, på den här datorn.',
    showMailbox: 'Visa brevet',
    notArrived:
      'Länken gäller i 15 minuter och kan användas en gång. Behöver du en ny ber du om den när du loggar in.',
    signIn: 'Be om en ny länk',
    nextTitle: 'Det här gör du sedan',
    steps: {
      signIn: { title: 'Logga in', text: 'Öppna länken i brevet.' },
      framework: {
        title: 'Skriv ramverket',
        text: 'Mål, områden och insatser som kommunerna har gemensamt.',
      },
      indicators: { title: 'Lägg till indikatorer', text: 'De tal som visar om insatserna gör skillnad.' },
      invite: { title: 'Bjud in näringslivsansvariga', text: 'De skriver hur det går i sin egen kommun.' },
    },
  },
  already: {
    title: 'Nätverket finns redan',
    lead: 'Samsyn är redan uppsatt här, och det görs bara en gång.',
    justNow:
      'Var det du som nyss gjorde det? Då är ett brev med en länk att logga in med på väg till samordnaren.',
    home: 'Till startsidan',
  },

  emptyFramework: {
    name: 'Gemensamt näringslivsprogram',
    vision: 'Visionen är inte skriven än.',
    note: 'Inget är inskrivet i programmet än. Samordnaren skriver in mål, områden och insatser.',
  },
}
