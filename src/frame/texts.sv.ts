/** The Swedish sentences around every page, and of the pages that say no. */
export const sv = {
  siteName: 'Samsyn',
  skipToContent: 'Hoppa till innehållet',
  mainNavigation: 'Huvudmeny',
  footerNavigation: 'Sidfot',
  menu: 'Meny',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  otherLanguage: 'English',
  navigation: {
    indicators: 'Indikatorer',
    interventions: 'Insatser',
    activities: 'Aktiviteter',
    municipalities: 'Kommuner',
    programme: 'Programmet',
    entrance: 'För företag',
    about: 'Om',
  },
  account: {
    work: 'Mitt arbete',
    matters: 'Ärenden',
    toConfirm: 'Siffror att bekräfta',
    companies: 'Företag',
    asks: 'Frågor till företag',
    events: 'Rundabordssamtal',
    imports: 'Hämta in siffror',
    framework: 'Ramverket',
    people: 'Personer och roller',
    auditLog: 'Händelser',
    matterLoad: 'Belastning och tider',
    letters: 'Brev',
    mailbox: 'Lokala brev',
  },
  footer: (network: string) => `Samsyn är öppen programvara. Här används den av ${network}.`,
  footerWithoutNetwork: 'Samsyn är öppen programvara för regionala näringslivsnätverk.',
  accessibility: 'Tillgänglighet',
  events: 'Rundabordssamtal',
  followUps: 'Uppföljning',
  desks: 'Mottagare',
  reports: 'Rapporter',
  newFigures: 'Nya siffror',
  openData: 'Öppna data (API)',

  notFound: {
    title: 'Sidan finns inte',
    lead: 'Adressen kan vara felskriven, eller så har länken aldrig lett hit.',
    home: 'Till översikten',
  },
  notAllowed: {
    title: 'Det här får du inte göra',
    lead: 'Dina roller räcker inte till den här sidan. Fråga samordnaren om du borde ha den rätten.',
  },
  signedOut: {
    title: 'Du är inte inloggad längre',
    lead: 'Inget har sparats, men det du skrev finns kvar: logga in i en ny flik, kom tillbaka hit, gå en sida bakåt och skicka igen.',
  },
  tooLarge: {
    title: 'Det var för mycket på en gång',
    lead: 'Det du skickade är större än vi tar emot. Korta texten eller dela filen, och försök igen.',
  },
  broken: {
    title: 'Något gick fel hos oss',
    lead: 'Felet är antecknat. Inget du skickade har sparats halvt: försök igen om en stund.',
    reference: 'Felets nummer',
  },
  asOf: {
    day: (day: string) =>
      `Sidan visas som det var känt den ${day}: siffrorna, och vad kommunerna då hade sagt. Det som blev känt senare är inte med.`,
    wrong: (typed: string) =>
      `”${typed}” är inget datum. Skriv det som 2025-03-01. Sidan visar det som är känt nu.`,
    wrongFile: (typed: string) => `”${typed}” är inget datum. Skriv det som 2025-03-01.`,
    today: 'Visa det som är känt nu',
  },
  noNetwork: {
    title: 'Här finns inget nätverk',
    lead: 'Adressen hör inte till något nätverk i den här installationen.',
  },
}
