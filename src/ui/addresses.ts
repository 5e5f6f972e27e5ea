import type { Locale } from '#platform/values/locale.ts'

/**
 * Every address of the program, in both languages, once. Addresses are nouns that a person can read out loud,
 * and they never die: a changed address keeps its old row and redirects.
 */
export const addresses = {
  overview: { sv: '/', en: '/en' },
  indicators: { sv: '/indikatorer', en: '/en/indicators' },
  indicator: { sv: '/indikatorer/:indicator', en: '/en/indicators/:indicator' },
  indicatorCsv: { sv: '/indikatorer/:indicator/data.csv', en: '/en/indicators/:indicator/data.csv' },
  indicatorJson: { sv: '/indikatorer/:indicator/data.json', en: '/en/indicators/:indicator/data.json' },
  indicatorXlsx: { sv: '/indikatorer/:indicator/data.xlsx', en: '/en/indicators/:indicator/data.xlsx' },
  indicatorJsonStat: {
    sv: '/indikatorer/:indicator/json-stat.json',
    en: '/en/indicators/:indicator/json-stat.json',
  },
  allCsv: { sv: '/indikatorer/data.csv', en: '/en/indicators/data.csv' },
  allJson: { sv: '/indikatorer/data.json', en: '/en/indicators/data.json' },
  allXlsx: { sv: '/indikatorer/data.xlsx', en: '/en/indicators/data.xlsx' },
  allJsonStat: { sv: '/indikatorer/json-stat.json', en: '/en/indicators/json-stat.json' },
  revisions: { sv: '/revideringar', en: '/en/revisions' },
  revisionsCsv: { sv: '/revideringar/data.csv', en: '/en/revisions/data.csv' },
  revisionsFeed: { sv: '/revideringar/flode.xml', en: '/en/revisions/feed.xml' },
  newFigures: { sv: '/nya-siffror', en: '/en/new-figures' },
  newFiguresFeed: { sv: '/nya-siffror/flode.xml', en: '/en/new-figures/feed.xml' },
  publicationCalendar: { sv: '/nya-siffror/kalender.ics', en: '/en/new-figures/calendar.ics' },
  leaveNews: { sv: '/nya-siffror/sluta', en: '/en/new-figures/stop' },
  compare: { sv: '/indikatorer/:indicator/jamfor', en: '/en/indicators/:indicator/compare' },
  chart: { sv: '/indikatorer/:indicator/diagram/:file', en: '/en/indicators/:indicator/chart/:file' },
  targets: { sv: '/indikatorer/:indicator/mal', en: '/en/indicators/:indicator/targets' },
  value: {
    sv: '/indikatorer/:indicator/varde/:municipality/:year',
    en: '/en/indicators/:indicator/value/:municipality/:year',
  },
  interventions: { sv: '/insatser', en: '/en/interventions' },
  matrixChanges: { sv: '/insatser/andringar', en: '/en/interventions/changes' },
  matrixCsv: { sv: '/insatser/data.csv', en: '/en/interventions/data.csv' },
  matrixXlsx: { sv: '/insatser/data.xlsx', en: '/en/interventions/data.xlsx' },
  intervention: { sv: '/insatser/:intervention', en: '/en/interventions/:intervention' },
  cell: { sv: '/insatser/:intervention/:municipality', en: '/en/interventions/:intervention/:municipality' },
  editCell: {
    sv: '/insatser/:intervention/:municipality/redigera',
    en: '/en/interventions/:intervention/:municipality/edit',
  },
  activities: { sv: '/aktiviteter', en: '/en/activities' },
  activitiesCsv: { sv: '/aktiviteter/data.csv', en: '/en/activities/data.csv' },
  milestoneCalendar: { sv: '/aktiviteter/milstolpar.ics', en: '/en/activities/milestones.ics' },
  addActivity: { sv: '/aktiviteter/ny/:municipality', en: '/en/activities/new/:municipality' },
  activity: { sv: '/aktiviteter/:activity', en: '/en/activities/:activity' },
  editActivity: { sv: '/aktiviteter/:activity/redigera', en: '/en/activities/:activity/edit' },
  takeOverActivity: { sv: '/aktiviteter/:activity/ta-over', en: '/en/activities/:activity/take-over' },
  activityMilestones: { sv: '/aktiviteter/:activity/milstolpar', en: '/en/activities/:activity/milestones' },
  activityEvidence: { sv: '/aktiviteter/:activity/underlag', en: '/en/activities/:activity/evidence' },
  handOver: { sv: '/overlamning/:person', en: '/en/hand-over/:person' },
  handOverNote: { sv: '/overlamning/:person/anteckning', en: '/en/hand-over/:person/note' },
  municipalities: { sv: '/kommuner', en: '/en/municipalities' },
  municipality: { sv: '/kommuner/:municipality', en: '/en/municipalities/:municipality' },
  profile: { sv: '/kommuner/:municipality/profil', en: '/en/municipalities/:municipality/profile' },
  programme: { sv: '/programmet', en: '/en/programme' },
  programmeVersions: { sv: '/programmet/versioner', en: '/en/programme/versions' },
  followUps: { sv: '/uppfoljning', en: '/en/follow-up' },
  followUpCalendar: { sv: '/uppfoljning/kalender.ics', en: '/en/follow-up/calendar.ics' },
  openFollowUp: { sv: '/uppfoljning/ny', en: '/en/follow-up/new' },
  followUp: { sv: '/uppfoljning/:round', en: '/en/follow-up/:round' },
  followUpReport: { sv: '/uppfoljning/:round/rapport.json', en: '/en/follow-up/:round/report.json' },
  followUpAnswer: {
    sv: '/uppfoljning/:round/svar/:municipality',
    en: '/en/follow-up/:round/answer/:municipality',
  },
  followUpTemplate: {
    sv: '/uppfoljning/:round/svar/:municipality/underlag.xlsx',
    en: '/en/follow-up/:round/answer/:municipality/sheet.xlsx',
  },
  adoptions: { sv: '/antagna-program', en: '/en/adopted-programmes' },
  adopted: { sv: '/antagna-program/insatser', en: '/en/adopted-programmes/interventions' },
  adoptedCsv: {
    sv: '/antagna-program/insatser/data.csv',
    en: '/en/adopted-programmes/interventions/data.csv',
  },
  enterAdoption: { sv: '/antagna-program/:municipality/ny', en: '/en/adopted-programmes/:municipality/new' },
  adoption: {
    sv: '/antagna-program/:municipality/:version',
    en: '/en/adopted-programmes/:municipality/:version',
  },
  correctAdoption: {
    sv: '/antagna-program/:municipality/:version/ratta',
    en: '/en/adopted-programmes/:municipality/:version/correct',
  },
  adoptedTree: {
    sv: '/antagna-program/:municipality/:version/delar',
    en: '/en/adopted-programmes/:municipality/:version/parts',
  },
  readDocument: {
    sv: '/antagna-program/:municipality/:version/delar/las-in',
    en: '/en/adopted-programmes/:municipality/:version/parts/read',
  },
  adoptedMapping: {
    sv: '/antagna-program/:municipality/:version/koppling',
    en: '/en/adopted-programmes/:municipality/:version/mapping',
  },
  adoptionDifference: {
    sv: '/antagna-program/:municipality/:version/skillnad/:before',
    en: '/en/adopted-programmes/:municipality/:version/difference/:before',
  },
  adoptionFile: {
    sv: '/antagna-program/:municipality/:version/dokument/:file',
    en: '/en/adopted-programmes/:municipality/:version/document/:file',
  },
  work: { sv: '/mitt-arbete', en: '/en/my-work' },
  leaderPage: { sv: '/mitt-arbete/ledning/:municipality', en: '/en/my-work/leadership/:municipality' },
  reports: { sv: '/rapporter', en: '/en/reports' },
  reportTemplates: { sv: '/rapporter/mallar', en: '/en/reports/templates' },
  latestReport: { sv: '/rapporter/:subject', en: '/en/reports/:subject' },
  report: { sv: '/rapporter/:subject/:file', en: '/en/reports/:subject/:file' },
  goalTree: { sv: '/programmet/maltrad', en: '/en/programme/goal-tree' },
  goalTreeSvg: { sv: '/programmet/maltrad.svg', en: '/en/programme/goal-tree.svg' },
  goalTreePdf: { sv: '/programmet/maltrad.pdf', en: '/en/programme/goal-tree.pdf' },
  framework: { sv: '/ramverk', en: '/en/framework' },
  frameworkPart: { sv: '/ramverk/:kind/:part', en: '/en/framework/:kind/:part' },
  imports: { sv: '/importer', en: '/en/imports' },
  enterFigure: { sv: '/siffror/for-in', en: '/en/figures/enter' },
  toConfirm: { sv: '/siffror/att-bekrafta', en: '/en/figures/to-confirm' },
  uploadTable: { sv: '/importer/ny/fil', en: '/en/imports/new/file' },
  uploadedTable: { sv: '/importer/tabeller/:table', en: '/en/imports/tables/:table' },
  importRun: { sv: '/importer/korningar/:run', en: '/en/imports/runs/:run' },
  rawAnswer: { sv: '/importer/korningar/:run/svar/:number', en: '/en/imports/runs/:run/answers/:number' },
  koladaSearch: { sv: '/importer/ny/kolada', en: '/en/imports/new/kolada' },
  koladaKpi: { sv: '/importer/ny/kolada/:kpi', en: '/en/imports/new/kolada/:kpi' },
  pickOffice: { sv: '/importer/ny/tabell', en: '/en/imports/new/table' },
  pickTable: { sv: '/importer/ny/tabell/:office', en: '/en/imports/new/table/:office' },
  pickValues: { sv: '/importer/ny/tabell/:office/val', en: '/en/imports/new/table/:office/choices' },
  pickPreview: {
    sv: '/importer/ny/tabell/:office/forhandsvisning',
    en: '/en/imports/new/table/:office/preview',
  },
  people: { sv: '/personer', en: '/en/people' },
  person: { sv: '/personer/:person', en: '/en/people/:person' },
  invite: { sv: '/personer/bjud-in', en: '/en/people/invite' },
  auditLog: { sv: '/handelser', en: '/en/events' },
  signIn: { sv: '/logga-in', en: '/en/sign-in' },
  signInLink: { sv: '/logga-in/lank', en: '/en/sign-in/link' },
  signOut: { sv: '/logga-ut', en: '/en/sign-out' },
  mailbox: { sv: '/post', en: '/en/mail' },
  founding: { sv: '/start', en: '/en/start' },
  about: { sv: '/om', en: '/en/about' },
  accessibility: { sv: '/tillganglighet', en: '/en/accessibility' },
  companies: { sv: '/foretag', en: '/en/companies' },
  promises: { sv: '/foretag/loften', en: '/en/companies/promises' },
  promise: { sv: '/foretag/loften/:promise', en: '/en/companies/promises/:promise' },
  companyVisits: { sv: '/foretag/besok', en: '/en/companies/visits' },
  companyVisitsCalendar: { sv: '/foretag/besok/kalender.ics', en: '/en/companies/visits/calendar.ics' },
  newCompanyVisit: { sv: '/foretag/besok/nytt', en: '/en/companies/visits/new' },
  company: { sv: '/foretag/:company', en: '/en/companies/:company' },
  editCompany: { sv: '/foretag/:company/redigera', en: '/en/companies/:company/edit' },
  newCompanyContact: { sv: '/foretag/:company/kontakter/ny', en: '/en/companies/:company/contacts/new' },
  companyContact: {
    sv: '/foretag/:company/kontakter/:contact',
    en: '/en/companies/:company/contacts/:contact',
  },
  visitCompany: { sv: '/foretag/:company/besok/nytt', en: '/en/companies/:company/visits/new' },
  companyVisit: { sv: '/foretag/:company/besok/:visit', en: '/en/companies/:company/visits/:visit' },
  companyVisitCalendar: {
    sv: '/foretag/:company/besok/:visit/kalender.ics',
    en: '/en/companies/:company/visits/:visit/calendar.ics',
  },
  asks: { sv: '/fragor-till-foretag', en: '/en/questions-to-companies' },
  newAsk: { sv: '/fragor-till-foretag/ny', en: '/en/questions-to-companies/new' },
  answerAsk: { sv: '/fragor-till-foretag/svar/:key', en: '/en/questions-to-companies/answer/:key' },
  stopAsks: { sv: '/fragor-till-foretag/svar/:key/sluta', en: '/en/questions-to-companies/answer/:key/stop' },
  ask: { sv: '/fragor-till-foretag/:ask', en: '/en/questions-to-companies/:ask' },
  thread: { sv: '/arende/:key', en: '/en/matter/:key' },
  matters: { sv: '/arenden', en: '/en/matters' },
  writeDownMatter: { sv: '/arenden/nytt', en: '/en/matters/new' },
  answerTemplates: { sv: '/arenden/mallar', en: '/en/matters/templates' },
  serviceFigures: { sv: '/arenden/omdomen', en: '/en/matters/ratings' },
  matter: { sv: '/arenden/:matter', en: '/en/matters/:matter' },
  matterFile: { sv: '/arenden/:matter/filer/:file', en: '/en/matters/:matter/files/:file' },
  rateService: { sv: '/arende/:key/omdome', en: '/en/matter/:key/rating' },
  desks: { sv: '/mottagare', en: '/en/desks' },
  topics: { sv: '/mottagare/amnen', en: '/en/desks/topics' },
  addTopic: { sv: '/mottagare/amnen/nytt', en: '/en/desks/topics/new' },
  editTopic: { sv: '/mottagare/amnen/:topic', en: '/en/desks/topics/:topic' },
  desksOf: { sv: '/mottagare/:municipality', en: '/en/desks/:municipality' },
  routingRules: { sv: '/mottagare/:municipality/regler', en: '/en/desks/:municipality/rules' },
  openDesk: { sv: '/mottagare/:municipality/ny', en: '/en/desks/:municipality/new' },
  editDesk: { sv: '/mottagare/:municipality/:desk', en: '/en/desks/:municipality/:desk' },
  triage: { sv: '/arenden/att-fordela', en: '/en/matters/to-assign' },
  assignMatter: { sv: '/arenden/:matter/fordela', en: '/en/matters/:matter/assign' },
  passOnMatter: { sv: '/arenden/:matter/lamna-over', en: '/en/matters/:matter/pass-on' },
  shareMatter: { sv: '/arenden/:matter/dela', en: '/en/matters/:matter/share' },
  chooseDesk: { sv: '/arenden/:matter/mottagare', en: '/en/matters/:matter/desk' },
  takeStance: { sv: '/arenden/:matter/hallning', en: '/en/matters/:matter/stance' },
  matterTimes: { sv: '/arenden/tider', en: '/en/matters/times' },
  matterLoad: { sv: '/arenden/belastning', en: '/en/matters/load' },
  letters: { sv: '/arenden/brev', en: '/en/matters/letters' },
  incomingLetters: { sv: '/arenden/brev/inkomna', en: '/en/matters/letters/incoming' },
  entrance: { sv: '/arende', en: '/en/matter' },
  newMatter: { sv: '/arende/nytt', en: '/en/matter/new' },
  draft: { sv: '/arende/nytt/:key', en: '/en/matter/new/:key' },
  draftTopic: { sv: '/arende/nytt/:key/amne', en: '/en/matter/new/:key/topic' },
  draftWords: { sv: '/arende/nytt/:key/beskrivning', en: '/en/matter/new/:key/description' },
  draftPlace: { sv: '/arende/nytt/:key/plats', en: '/en/matter/new/:key/place' },
  draftSender: { sv: '/arende/nytt/:key/avsandare', en: '/en/matter/new/:key/sender' },
  draftReview: { sv: '/arende/nytt/:key/granska', en: '/en/matter/new/:key/review' },
  draftLink: { sv: '/arende/nytt/:key/adress', en: '/en/matter/new/:key/address' },
  threadReceipt: { sv: '/arende/:key/kvitto', en: '/en/matter/:key/receipt' },
  supports: { sv: '/stod', en: '/en/support' },
  findSupport: { sv: '/stod/hitta', en: '/en/support/find' },
  embeddedFinder: { sv: '/stod/inbaddad', en: '/en/support/embedded' },
  mailSupports: { sv: '/stod/mejla', en: '/en/support/mail' },
  askAboutSupport: { sv: '/stod/fraga', en: '/en/support/ask' },
  followSupports: { sv: '/stod/bevaka', en: '/en/support/follow' },
  following: { sv: '/stod/bevakning/:key', en: '/en/support/following/:key' },
  supportFeedback: { sv: '/stod/bevakning/:key/hur-det-gick', en: '/en/support/following/:key/how-it-went' },
  keepSupports: { sv: '/stod/redigera', en: '/en/support/edit' },
  newSupport: { sv: '/stod/nytt', en: '/en/support/new' },
  support: { sv: '/stod/:support', en: '/en/support/:support' },
  editSupport: { sv: '/stod/:support/redigera', en: '/en/support/:support/edit' },
  supportDraft: { sv: '/stod/:support/utkast', en: '/en/support/:support/draft' },
  supportHistory: { sv: '/stod/:support/historik', en: '/en/support/:support/history' },
  threadFile: { sv: '/arende/:key/filer/:file', en: '/en/matter/:key/files/:file' },
  needs: { sv: '/kompetensbehov', en: '/en/skill-needs' },
  demandCsv: { sv: '/kompetensbehov/data.csv', en: '/en/skill-needs/data.csv' },
  sayNeed: { sv: '/kompetensbehov/nytt', en: '/en/skill-needs/new' },
  skillWords: { sv: '/kompetensbehov/ord', en: '/en/skill-needs/words' },
  needsInside: { sv: '/kompetensbehov/alla', en: '/en/skill-needs/all' },
  writeDownNeed: { sv: '/kompetensbehov/alla/nytt', en: '/en/skill-needs/all/new' },
  courseGaps: { sv: '/kompetensbehov/luckor', en: '/en/skill-needs/gaps' },
  needsEvidence: { sv: '/kompetensbehov/underlag', en: '/en/skill-needs/evidence' },
  needsEvidenceFile: { sv: '/kompetensbehov/underlag/:file', en: '/en/skill-needs/evidence/:file' },
  pools: { sv: '/kompetensbehov/tillsammans', en: '/en/skill-needs/together' },
  pool: { sv: '/kompetensbehov/tillsammans/:pool', en: '/en/skill-needs/together/:pool' },
  poolPlace: { sv: '/kompetensbehov/plats/:key', en: '/en/skill-needs/place/:key' },
  poolOffer: { sv: '/kompetensbehov/erbjudande/:key', en: '/en/skill-needs/offer/:key' },
  ownNeed: { sv: '/kompetensbehov/svar/:key', en: '/en/skill-needs/answer/:key' },
  courses: { sv: '/kurser', en: '/en/courses' },
  importCourses: { sv: '/kurser/las-in', en: '/en/courses/import' },
  travelTimes: { sv: '/kurser/restider', en: '/en/courses/travel-times' },
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
  records: { sv: '/handlingar', en: '/en/records' },
  retention: { sv: '/handlingar/gallring', en: '/en/records/disposal' },
  retentionKind: { sv: '/handlingar/gallring/:kind', en: '/en/records/disposal/:kind' },
  disposal: { sv: '/handlingar/protokoll/:disposal', en: '/en/records/protocols/:disposal' },
  disposalText: { sv: '/handlingar/protokoll/:disposal/text', en: '/en/records/protocols/:disposal/text' },
  personalData: { sv: '/handlingar/personuppgifter', en: '/en/records/personal-data' },
  patterns: { sv: '/monster', en: '/en/patterns' },
  pattern: { sv: '/monster/:pattern', en: '/en/patterns/:pattern' },
  patternNote: { sv: '/monster/:pattern/underlag', en: '/en/patterns/:pattern/note' },
  patternNoteFile: { sv: '/monster/:pattern/underlag/:file', en: '/en/patterns/:pattern/note/:file' },
  matterFigures: { sv: '/arenden-i-siffror', en: '/en/matters-in-figures' },
  matterFiguresCsv: { sv: '/arenden-i-siffror/data.csv', en: '/en/matters-in-figures/data.csv' },
  matterFiguresJson: { sv: '/arenden-i-siffror/data.json', en: '/en/matters-in-figures/data.json' },
  heard: { sv: '/vilka-hors-inte', en: '/en/who-is-not-heard' },
  companyRegister: { sv: '/vilka-hors-inte/antal-foretag', en: '/en/who-is-not-heard/number-of-companies' },
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

export type PageName = keyof typeof addresses

/** Both patterns of a page, to mount one handler on: `routes.on('GET', bothAddresses('indicator'), …)`. */
export function bothAddresses(page: PageName): string[] {
  return [addresses[page].sv, addresses[page].en]
}

/** The address of a page in the reader's language, its parts filled in: `addressOf('indicator', 'sv', { indicator: 'folkmangd' })`. */
export function addressOf(
  page: PageName,
  locale: Locale,
  parts: Readonly<Record<string, string>> = {},
): string {
  return addresses[page][locale].replace(/:(\w+)/g, (_whole, name: string) => {
    const part = parts[name]
    if (part === undefined) throw new Error(`The address of ${page} needs ${name}`)
    return encodeURIComponent(part)
  })
}

/** The name in an address's query by which a page tells that what was sent to it is saved. */
export const savedMark = 'saved'

const patterns = (['sv', 'en'] as const).flatMap((locale) =>
  (Object.keys(addresses) as PageName[]).map((page) => ({
    page,
    locale,
    // A fixed part such as `bjud-in` is looked for before the part that may be anything.
    pattern: new RegExp(`^${addresses[page][locale].replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
    isFixed: !addresses[page][locale].includes(':'),
  })),
)

// The longest first: what stands before a key may be the beginning of something longer.
const beforeKeys = [...new Set(Object.values(addresses).flatMap(({ sv, en }) => [sv, en]))]
  .flatMap((pattern) => (pattern.includes(':key') ? [pattern.slice(0, pattern.indexOf(':key'))] : []))
  .toSorted((a, b) => b.length - a.length)
const wholeKey = /[\w-]{40,}/g

/** The path as it may be written down: whoever reads a log must not be able to open what a private address opens. */
export function withoutKeys(path: string): string {
  const before = beforeKeys.find((start) => path.toLowerCase().startsWith(start))
  const rest = path.slice(before?.length ?? 0)
  return before === undefined
    ? path.replaceAll(wholeKey, ':key')
    : before + (rest === 'nytt' || rest === 'new' ? rest : rest.replace(/^[^/]+/, ':key'))
}

/** Where the same page stands in the other language; null for an address that is no page's. */
export function inOtherLanguage(path: string, locale: Locale): string | null {
  const known = patterns
    .filter((entry) => entry.locale === locale && entry.pattern.test(path))
    .toSorted((a, b) => Number(b.isFixed) - Number(a.isFixed))[0]
  const parts = known?.pattern.exec(path)?.groups ?? {}
  if (!known) return null
  return addresses[known.page][locale === 'sv' ? 'en' : 'sv'].replace(
    /:(\w+)/g,
    (_whole, name: string) => parts[name] ?? '',
  )
}
