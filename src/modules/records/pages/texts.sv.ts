import type { KindId } from '../kinds.ts'

interface Kind {
  readonly name: string
  /** What goes, and what stays. */
  readonly what: string
}

const kinds: Readonly<Record<KindId, Kind>> = {
  'matter-answered': {
    name: 'Ärenden som avslutades utan plan',
    what: 'Texter, avsändare, filer, anteckningar, brev och mejl i ärendet, och dess privata adress. Kvar: nummer, dagar, ämnesval, plats, kommun, utgång, omdöme. Har fler kommuner ärendet försvinner er del: era anteckningar och utkast, vilka hos er som har läst, och er rätt att läsa. Det gemensamma försvinner när den sista har gallrat.',
  },
  'matter-planned': {
    name: 'Ärenden som avslutades med plan',
    what: 'Texter, avsändare, filer, anteckningar, brev och mejl i ärendet, och dess privata adress. Kvar: nummer, dagar, ämnesval, plats, kommun, utgång, omdöme. Har fler kommuner ärendet försvinner er del: era anteckningar och utkast, vilka hos er som har läst, och er rätt att läsa. Det gemensamma försvinner när den sista har gallrat.',
  },
  'sender-details': {
    name: 'Avsändarens uppgifter i avslutade ärenden',
    what: 'Namn, e-postadress, telefon och kopplingen till företaget, och breven till dem. Kvar: allt som sades, företagets storlek och bransch. Har fler kommuner ärendet krävs att alla har beslutat det.',
  },
  'matter-files': {
    name: 'Filer i avslutade ärenden',
    what: 'Filerna. Kvar: det som sades. Har fler kommuner ärendet krävs att alla har beslutat det.',
  },
  'matter-notes': {
    name: 'Interna anteckningar i avslutade ärenden',
    what: 'Kommunens egna anteckningar. De är arbetsmaterial tills någon tar om hand dem för arkivering (TF 2 kap. 12 §).',
  },
  'matter-drafts': {
    name: 'Utkast som inte skickades, i avslutade ärenden',
    what: 'Utkasten. De är inte allmänna handlingar (TF 2 kap. 12 §).',
  },
  'matter-access': {
    name: 'Loggen över vem som har läst avslutade ärenden',
    what: 'Loggens rader. Företaget ser dem inte heller efteråt.',
  },
  'visit-words': {
    name: 'Det som sades vid besök',
    what: 'Det som skrevs om besöket, rättelser, egna anteckningar och löftenas ord. Kvar: dag, företag, kommun, om löften hölls.',
  },
  contacts: {
    name: 'Kontaktpersoner som har slutat',
    what: 'Namn, titel, e-postadress och telefon. Räknas från den dag de slutade.',
  },
  'visit-drafts': { name: 'Övergivna utkast till besök', what: 'Utkasten. De är inte allmänna handlingar.' },
  'ask-words': {
    name: 'Svar i egna ord på frågor till företag',
    what: 'Egna ord och adresserna som frågan gick till. Kvar: hur många som valde vad.',
  },
  'pattern-voices': {
    name: 'Röster i mönster som är besvarade eller avfärdade',
    what: 'Det som skrevs om vad företag säger, orden som mönstret hittades med, och varför det avfärdades. Kvar: mönstret, dess ärenden och vad som kom ut av det.',
  },
  'event-people': {
    name: 'De inbjudna till rundabord',
    what: 'Namn, titel, organisation, e-postadress, telefon, behov och privat adress, och skälen till placeringen. Kvar: vilket slag, varifrån, efter vilket kriterium de bjöds in, och om de kom.',
  },
  'event-notes': {
    name: 'Anteckningar från borden',
    what: 'Det som antecknades och ämnen inför nästa gång. Kvar: sammanfattningen och löftena.',
  },
  'event-words': {
    name: 'Sammanfattningar och löften från rundabord',
    what: 'Sammanfattningens punkter, det som berättades efteråt, och löftenas ord och namn. Kvar: hur många löften som hölls och när.',
  },
  'skill-needs': {
    name: 'Kompetensbehov som inte gäller längre',
    what: 'Hela uppgiften: företag, ord, adress. Kvar: det som redan är berättat om många tillsammans.',
  },
  'skill-pools': {
    name: 'Tillfrågade om gemensamma kurser',
    what: 'Företagen som frågades och utbildarna som lämnade förslag. Kvar: kursen, hur många platser som fylldes och vad som kom ut av den.',
  },
  'mail-raw': {
    name: 'Mejl så som de kom',
    what: 'Mejlet i original, avsändare och ämne. Kvar: när det kom och hur det sorterades. Det som sades står i ärendet.',
  },
  'mail-ledger': {
    name: 'Rader i liggaren över brev',
    what: 'Mottagare, ämnesrad och innehåll. Kvar: när brevet skickades och hur det gick.',
  },
}

/** The Swedish sentences about records: the register, how long things are kept, what a person may have erased. */
export const sv = {
  nav: { register: 'Register', retention: 'Gallring', person: 'Personuppgifter' },
  network: 'Nätverket',
  whose: 'Vems handlingar',
  show: 'Visa',
  kinds,
  register: {
    title: 'Register över handlingar',
    lead: 'Det som har kommit in, skickats och upprättats under en period, att föra in i det egna diariet.',
    from: 'Från och med',
    until: 'Till och med',
    without: 'Utelämna avsändare, mottagare och ämne där sekretess är markerad (OSL 5 kap. 2 §)',
    csv: 'Hämta som CSV',
    xlsx: 'Hämta som Excel',
    exported:
      'När registret hämtas antecknas det i loggen, och företagen ser det bland dem som har läst deras ärenden.',
    count: (count: number) => (count === 1 ? 'En handling i perioden.' : `${count} handlingar i perioden.`),
    some: (count: number) => `De första ${count} visas. Filen har alla.`,
    none: 'Inga handlingar i perioden.',
    withheld: 'Utelämnat (OSL 5:2)',
    columns: {
      number: 'Nummer',
      at: 'Datum',
      direction: 'Handling',
      from: 'Avsändare',
      to: 'Mottagare',
      subject: 'Ärende',
      secrecy: 'Sekretess kan gälla',
      files: 'Bilagor',
      rule: 'Varför den är en handling',
    },
    directions: { in: 'in', out: 'ut', 'drawn-up': 'upprättad' },
    rules: {
      received: 'Inkommen från någon utanför (TF 2:9)',
      'made-available': 'Inkommen: en annan kommun har gjort den tillgänglig (TF 2:9)',
      sent: 'Skickad (TF 2:10)',
      closed: 'Färdigställd, och ärendet är avslutat (TF 2:10)',
      finished: 'Färdigställd (TF 2:10)',
      entered: 'Införd i register (TF 2:10)',
    },
    subjects: {
      matter: (subject: string) => subject,
      visit: (company: string) => `Besök hos ${company}`,
      correction: (company: string) => `Rättelse av besök hos ${company}`,
      ask: (title: string) => `Fråga till företag: ${title}`,
      answers: (title: string) => `Sammanställda svar: ${title}`,
      mail: (subject: string) => `Mejl: ${subject}`,
      invitation: (title: string) => `Brev om rundabordet ${title}`,
      'table-notes': (title: string) => `Anteckningar från rundabordet ${title}`,
      summary: (title: string) => `Sammanfattning av rundabordet ${title}`,
      promise: (title: string) => `Bekräftat löfte vid rundabordet ${title}`,
      'came-of': (title: string) => `Vad som kom ut av rundabordet ${title}`,
      need: (words: string) => `Kompetensbehov: ${words}`,
      pool: (title: string) => `Fråga om gemensam kurs: ${title}`,
      'offer-asked': (title: string) => `Begäran om förslag på kurs: ${title}`,
      offer: (title: string) => `Förslag på kurs: ${title}`,
      pattern: (title: string) => `Mönster: ${title}`,
      'pattern-note': (title: string) => `Underlag till ledningen: ${title}`,
      'pattern-answer': (title: string) => `Vad som kom ut av mönstret ${title}`,
    },
    parties: {
      kept: 'Har bett att namnet inte visas',
      erased: 'Raderad',
      nameless: 'Utan namn',
      network: 'Nätverkets samordnare',
      nobody: '',
      companies: (count: number) => `${count} företag`,
      people: (count: number) => (count === 1 ? 'En inbjuden' : `${count} inbjudna`),
    },
    included: 'Vad som är med, och varför',
    includes: [
      'Det ett företag har skickat, sagt, mejlat eller lagt till i ett ärende: inkommet till kommunen när det kom, och till en kommun som släpps in senare när den släpptes in (TF 2 kap. 9 §).',
      'Det kommunen har skickat i ett ärende: upprättat när det skickades (TF 2 kap. 10 §).',
      'Det en annan kommun har skickat i ett ärende som ni har del i: inkommet, för att det är gjort tillgängligt (TF 2 kap. 9 §).',
      'En färdig text som inte skickades: upprättad när ärendet avslutades (TF 2 kap. 10 §).',
      'Det som skrevs om ett besök, och rättelser av det: upprättat när det färdigställdes, hos andra kommuner när det delades.',
      'En fråga till företag: upprättad när den skickades; sammanställningen när den stängdes. De enskilda svaren hålls ordnade med frågan (OSL 5 kap. 1 §).',
      'Mejl till nätverket som inte hör till något ärende: inkomna, i samordnarens register.',
      'Rundabord, i samordnarens register: breven när de skickades, sammanfattningen och anteckningarna bakom den när den skickades, löften när de bekräftades. Svaren på inbjudan hålls ordnade med rundabordet (OSL 5 kap. 1 §).',
      'Kompetensbehov och gemensamma kurser, i samordnarens register: det ett företag har lämnat när det kom, frågor och förslag när de skickades och kom.',
      'Mönster, i samordnarens register: när de bekräftades, när ett underlag togs fram och när företagen fick veta vad som kom ut av det.',
    ],
    excluded: 'Vad som inte är med',
    excludes: [
      'Utkast som inte är skickade (TF 2 kap. 12 §).',
      'Interna anteckningar, så länge ingen har tagit om hand dem för arkivering (TF 2 kap. 12 §). Pröva dem när ärendet avslutas.',
      'Det som är gallrat, och mejl som ingen människa har skrivit.',
    ],
    secrecyNote:
      'Ett sekretessmärke är en påminnelse. Det avgör inget: pröva varje gång någon ber att få läsa (OSL 5 kap. 5 §).',
  },
  retention: {
    title: 'Gallring',
    lead: 'Hur länge varje slag av handling finns kvar, och med vilket beslut. Det som inget beslut gäller bevaras.',
    caption: 'Slag av handlingar',
    kind: 'Slag',
    rule: 'Gäller nu',
    look: 'Provkör',
    say: 'Skriv in beslut',
    preserved: 'Bevaras: inget gallringsbeslut',
    preservedBy: (decision: string) => `Bevaras, beslut ${decision}`,
    after: (months: number, decision: string, day: string) =>
      `Gallras ${months === 0 ? 'så snart det är avslutat' : `${months} månader efter avslut`}, beslut ${decision}, ${day}`,
    byItself: 'Det som systemet glömmer av sig självt',
    byItselfItems: [
      'Ärenden som ett företag har börjat skriva men inte skickat: 30 dagar efter senaste ändringen. De har inte kommit in till någon.',
      'Innehållet i brev som bär en privat adress: förseglat i 30 dagar, om brevet skulle komma tillbaka.',
    ],
    backups: 'Säkerhetskopior',
    backupsText:
      'Gallringen når databasen, inte säkerhetskopiorna. Den som driver systemet ska låta kopiorna åldras bort inom den tid som beslutet säger, högst 90 dagar, och efter en återläsning köra om de gallringar vars protokoll är nyare än kopian. Protokollen finns här; spara dem också utanför systemet.',
    holds: 'Ärenden som hålls kvar',
    holdsLead:
      'Ett ärende som någon har begärt ut, som prövas eller som är under tillsyn gallras inte, vad perioden än säger.',
    holdNumber: 'Ärendets nummer',
    holdNumberHint: 'Till exempel 2026-17',
    holdReason: 'Varför',
    holdReasonHint: 'Utan personuppgifter, till exempel ”begärt ut den 3 december”',
    hold: 'Håll kvar',
    lift: 'Släpp',
    holdSince: (day: string) => `sedan ${day}`,
    noHolds: 'Inga ärenden hålls kvar.',
    protocols: 'Protokoll',
    noProtocols: 'Inget har gallrats.',
    saved: 'Sparat.',
  },
  kind: {
    goes: 'Vad som försvinner',
    ruleTitle: 'Gallringsbeslut',
    ruleLead:
      'Det som står här är ett beslut av myndigheten själv. Det som var inskrivet förut finns kvar i loggen.',
    months: 'Gallras efter hur många månader',
    monthsHint: 'Räknat från avslut. Lämna tomt för att bevara.',
    decision: 'Beslutets nummer',
    decidedOn: 'Beslutets dag',
    save: 'Spara',
    dryRun: 'Provkörning',
    dryRunLead: 'Inget har hänt än.',
    notYours:
      'Provkörning och gallring görs av den som svarar för handlingarna: kommunens näringslivsansvariga.',
    noRule: 'Inget gallringsbeslut: allt bevaras.',
    goesCount: (count: number) => (count === 1 ? 'En skulle gallras.' : `${count} skulle gallras.`),
    goesNone: 'Inget är gammalt nog.',
    oldest: (day: string) => `Den äldsta avslutades ${day}.`,
    keptTitle: 'Rörs inte',
    keptLine: (why: string, numbers: string) => `${why}: ${numbers}`,
    number: 'Nummer',
    ended: 'Avslutades',
    first: (count: number) => `De ${count} äldsta visas. Protokollet får alla.`,
    sure: 'Jag har läst listan. Det här kan inte göras ogjort.',
    confirm: (count: number) => `Gallra ${count}`,
  },
  protocol: {
    title: 'Protokoll över gallring',
    waiting: 'Gallringen är bekräftad och görs nu. Läs in sidan igen om en stund.',
    kind: 'Slag',
    whose: 'Myndighet',
    decision: 'Beslut',
    decisionLine: (decision: string, day: string) => `${decision}, ${day}`,
    months: 'Period',
    monthsLine: (months: number) =>
      months === 0 ? 'så snart det är avslutat' : `${months} månader efter avslut`,
    until: 'Gäller det som avslutades till och med',
    confirmed: 'Bekräftad',
    confirmedLine: (when: string, who: string) => `${when} av ${who}`,
    done: 'Utförd',
    count: 'Antal',
    countLine: (gone: number, asked: number) =>
      gone === asked ? String(gone) : `${gone} av ${asked} som bekräftades; resten fick inte längre gallras`,
    numbers: 'Nummer',
    download: 'Hämta som text',
  },
  person: {
    title: 'Personuppgifter',
    lead: 'Vad som finns om en person, så långt du får läsa. Personen har rätt att få veta det (dataskyddsförordningen artikel 15) och att få det raderat när lagen tillåter (artikel 17).',
    requests: 'Begäran om radering',
    requestsLead:
      'Svara inom en månad (artikel 12.3). Den som frågade får ett brev om vad som är gjort och varför.',
    noRequests: 'Ingen har bett om det.',
    asked: 'Frågade',
    due: 'Svara senast',
    standing: 'Läge',
    may: 'Får raderas',
    erase: 'Radera uppgifterna',
    keep: 'Svara att de behålls',
    answered: {
      erased: 'Uppgifterna är raderade och avsändaren har fått veta det.',
      kept: 'Avsändaren har fått veta varför uppgifterna finns kvar.',
    },
    sought: 'E-postadress, namn, telefon eller organisationsnummer',
    soughtHint: 'Det du söker på sparas inte.',
    search: 'Sök',
    found: (count: number) => (count === 0 ? 'Inget finns som du får läsa.' : `${count} träffar`),
    choose: 'Välj',
    tooMany: 'Sökningen ger så mycket att allt inte visas. Sök på något som bara gäller personen.',
    where: 'Var',
    what: 'Uppgifter',
    json: 'Utdrag som JSON',
    text: 'Utdrag som text',
    eraseChosen: 'Radera de valda',
    extractNote:
      'Ett utdrag är en handling som lämnas ut. Att det är gjort står i loggen, utan vem det gäller.',
    result: (erased: number, kept: number) =>
      `${erased} raderade${kept === 0 ? '' : `, ${kept} behålls för att lagen kräver det`}.`,
    kinds: {
      sender: 'Avsändare av ärende',
      contact: 'Kontaktperson hos',
      trader: 'Enskild firma',
      recipient: 'Tillfrågad',
      letter: 'Brev',
      participant: 'Inbjuden till',
      need: 'Kompetensbehov',
      pooled: 'Tillfrågad om kurs',
      follower: 'Följer stöd',
      account: 'Konto',
      mention: 'Nämnd i',
    },
    extractTitle: (day: string) => `Utdrag om personuppgifter, ${day}`,
  },
  section: {
    title: 'Begäran om radering',
    text: (day: string) => `Avsändaren har bett att uppgifterna raderas. Svara senast den ${day}.`,
    link: 'Till svaret',
  },
  toDo: {
    title: 'Handlingar',
    requests: (count: number, day: string) =>
      count === 1
        ? `En begäran om radering, svar senast ${day}`
        : `${count} begäranden om radering, den första senast ${day}`,
  },
  kept: {
    open: 'Ärendet pågår',
    joined: 'Besvaras tillsammans med ett annat ärende',
    shared: 'Är en handling hos fler kommuner, och alla har inte beslutat',
    held: 'Hålls kvar',
    asked: 'Det finns en obesvarad begäran om radering',
    promise: 'Ett löfte är inte infriat än',
    unseen: 'Ingen har sett till mejlet än',
    unsent: 'Brevet är inte skickat än',
    record: 'Del av en allmän handling utan gallringsbeslut (TF 2 kap., arkivlagen 10 §)',
    'open-ask': 'Frågan är inte stängd än',
    'under-way': 'Pågår än',
    account: 'Personen arbetar här; rollen avslutas på sidan Personer',
    words: 'Står i en allmän handling, som inte ändras',
    'no-right': 'En annan myndighet svarar för det',
  },
  letter: {
    subject: (number: string) => `[${number}] Svar om era personuppgifter`,
    erased: (number: string) => `Hej!

Ni bad att era uppgifter i ärende ${number} raderas. Namn, e-postadress, telefon och kopplingen till ert företag är raderade. Det som sades i ärendet är en allmän handling och finns kvar, utan er som avsändare. Det här är sista brevet till er om ärendet.
`,
    kept: (number: string, why: string) => `Hej!

Ni bad att era uppgifter i ärende ${number} raderas. De finns kvar.

Skälet: ${why}.

Ni kan be igen senare. Tycker ni att det är fel kan ni klaga hos Integritetsskyddsmyndigheten, imy.se.
`,
  },
  errors: {
    title: 'Det gick inte att spara',
    'day-invalid': 'Välj en dag.',
    'line-too-long': 'Högst 200 tecken.',
    'months-invalid': 'Skriv ett antal månader med siffror, högst 1200.',
    'decision-missing': 'Skriv beslutets nummer. Utan beslut bevaras allt.',
    'decided-on-missing': 'Välj beslutets dag. Utan beslut bevaras allt.',
    'sure-missing': 'Kryssa i att du har läst listan.',
    'number-invalid': 'Skriv numret som 2026-17.',
    'reason-missing': 'Skriv varför.',
    'matter-unknown': 'Det finns inget sådant ärende hos er, eller så hålls det redan kvar.',
    'changed-meanwhile': 'Något har ändrats sedan listan visades. Läs den igen.',
    'nothing-to-dispose': 'Det finns inget att gallra.',
    'sought-too-short': 'Skriv minst fyra tecken.',
    'nothing-chosen': 'Välj minst en uppgift.',
    unknown: 'Något är fel i fältet.',
  },
}
