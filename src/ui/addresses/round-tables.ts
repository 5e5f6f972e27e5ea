import type { Locale } from '#platform/values/locale.ts'

/** Of round tables and what is promised there. */
export const roundTablesAddresses = {
  events: { sv: '/rundabordssamtal', en: '/en/round-tables' },
  newEvent: { sv: '/rundabordssamtal/nytt', en: '/en/round-tables/new' },
  event: { sv: '/rundabordssamtal/:event', en: '/en/round-tables/:event' },
  eventCalendar: { sv: '/rundabordssamtal/:event/kalender.ics', en: '/en/round-tables/:event/calendar.ics' },
  planEvent: { sv: '/rundabordssamtal/:event/planera', en: '/en/round-tables/:event/plan' },
  planProgramme: {
    sv: '/rundabordssamtal/:event/planera/program',
    en: '/en/round-tables/:event/plan/programme',
  },
  planTables: { sv: '/rundabordssamtal/:event/planera/bord', en: '/en/round-tables/:event/plan/tables' },
  planCriteria: {
    sv: '/rundabordssamtal/:event/planera/urval',
    en: '/en/round-tables/:event/plan/criteria',
  },
  planLinks: { sv: '/rundabordssamtal/:event/planera/koppling', en: '/en/round-tables/:event/plan/links' },
  eventState: { sv: '/rundabordssamtal/:event/planera/lage', en: '/en/round-tables/:event/plan/state' },
  participants: { sv: '/rundabordssamtal/:event/deltagare', en: '/en/round-tables/:event/participants' },
  addParticipant: {
    sv: '/rundabordssamtal/:event/deltagare/ny',
    en: '/en/round-tables/:event/participants/new',
  },
  addKnown: {
    sv: '/rundabordssamtal/:event/deltagare/kontakter',
    en: '/en/round-tables/:event/participants/contacts',
  },
  addFromFile: {
    sv: '/rundabordssamtal/:event/deltagare/fil',
    en: '/en/round-tables/:event/participants/file',
  },
  eventLetters: {
    sv: '/rundabordssamtal/:event/deltagare/brev',
    en: '/en/round-tables/:event/participants/letters',
  },
  eventNeeds: {
    sv: '/rundabordssamtal/:event/deltagare/behov',
    en: '/en/round-tables/:event/participants/needs',
  },
  participantsFile: {
    sv: '/rundabordssamtal/:event/deltagare/deltagare.xlsx',
    en: '/en/round-tables/:event/participants/participants.xlsx',
  },
  participant: {
    sv: '/rundabordssamtal/:event/deltagare/:participant',
    en: '/en/round-tables/:event/participants/:participant',
  },
  ownSeat: { sv: '/bord/:key', en: '/en/table/:key' },
  ownCalendar: { sv: '/bord/:key/kalender.ics', en: '/en/table/:key/calendar.ics' },
  hostNotes: { sv: '/bord/:key/anteckningar', en: '/en/table/:key/notes' },
  hostNote: { sv: '/bord/:key/anteckning/:note', en: '/en/table/:key/note/:note' },
  ownCommitments: { sv: '/bord/:key/ataganden', en: '/en/table/:key/commitments' },
  eventNotes: { sv: '/rundabordssamtal/:event/anteckningar', en: '/en/round-tables/:event/notes' },
  eventSummary: {
    sv: '/rundabordssamtal/:event/anteckningar/sammanfattning',
    en: '/en/round-tables/:event/notes/summary',
  },
  summaryPreview: {
    sv: '/rundabordssamtal/:event/anteckningar/sammanfattning/granska',
    en: '/en/round-tables/:event/notes/summary/review',
  },
  tableNotes: {
    sv: '/rundabordssamtal/:event/anteckningar/bord/:table',
    en: '/en/round-tables/:event/notes/table/:table',
  },
  whatCameOfIt: {
    sv: '/rundabordssamtal/:event/vad-blev-det',
    en: '/en/round-tables/:event/what-came-of-it',
  },
  commitments: { sv: '/ataganden', en: '/en/commitments' },
  commitmentsCsv: { sv: '/ataganden/data.csv', en: '/en/commitments/data.csv' },
  commitment: { sv: '/ataganden/:commitment', en: '/en/commitments/:commitment' },
  eventDay: { sv: '/rundabordssamtal/:event/dagen', en: '/en/round-tables/:event/day' },
  checkIn: { sv: '/rundabordssamtal/:event/dagen/incheckning', en: '/en/round-tables/:event/day/check-in' },
  checkInNew: {
    sv: '/rundabordssamtal/:event/dagen/incheckning/ny',
    en: '/en/round-tables/:event/day/check-in/new',
  },
  checkInOne: {
    sv: '/rundabordssamtal/:event/dagen/incheckning/:participant',
    en: '/en/round-tables/:event/day/check-in/:participant',
  },
  dayReplan: { sv: '/rundabordssamtal/:event/dagen/omplacering', en: '/en/round-tables/:event/day/replan' },
  dayChanges: {
    sv: '/rundabordssamtal/:event/dagen/andringar/:version',
    en: '/en/round-tables/:event/day/changes/:version',
  },
  whoCame: { sv: '/rundabordssamtal/:event/dagen/vilka-kom', en: '/en/round-tables/:event/day/who-came' },
  dayScreen: { sv: '/rundabordssamtal/:event/dagen/skarm', en: '/en/round-tables/:event/day/screen' },
  mySeat: { sv: '/bord/:key/plats', en: '/en/table/:key/seat' },
  hostTable: { sv: '/bord/:key/vard', en: '/en/table/:key/host' },
  seats: { sv: '/rundabordssamtal/:event/placering', en: '/en/round-tables/:event/seats' },
  seatState: { sv: '/rundabordssamtal/:event/placering/lage', en: '/en/round-tables/:event/seats/state' },
  seatRules: { sv: '/rundabordssamtal/:event/placering/krav', en: '/en/round-tables/:event/seats/rules' },
  newSeatRule: {
    sv: '/rundabordssamtal/:event/placering/krav/nytt/:kind',
    en: '/en/round-tables/:event/seats/rules/new/:kind',
  },
  seatRule: {
    sv: '/rundabordssamtal/:event/placering/krav/:rule',
    en: '/en/round-tables/:event/seats/rules/:rule',
  },
  seatVersions: {
    sv: '/rundabordssamtal/:event/placering/versioner',
    en: '/en/round-tables/:event/seats/versions',
  },
  seatVersion: {
    sv: '/rundabordssamtal/:event/placering/versioner/:version',
    en: '/en/round-tables/:event/seats/versions/:version',
  },
  seatPrint: { sv: '/rundabordssamtal/:event/placering/utskrift', en: '/en/round-tables/:event/seats/print' },
  seatFile: {
    sv: '/rundabordssamtal/:event/placering/utskrift/:file',
    en: '/en/round-tables/:event/seats/print/:file',
  },
} as const satisfies Record<string, Record<Locale, string>>
