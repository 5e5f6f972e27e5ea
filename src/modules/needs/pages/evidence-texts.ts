import type { Locale } from '#platform/values/locale.ts'

const sv = {
  title: 'Underlag för en utbildningsansökan',
  lead: 'Det som visas för alla, samlat för ett yrkesområde, med källa, dag och metod för varje siffra. Inget tal handlar om färre än fem företag.',
  field: 'Yrkesområde',
  all: 'Alla yrkesområden',
  show: 'Visa',
  none: 'Det finns ingen ögonblicksbild ännu. Underlaget kan tas ut när kvartalets siffror är frysta.',
  files: 'Hämta',
  word: 'Word',
  pdf: 'PDF',
  csv: 'CSV',
  demand: 'Efterfrågan',
  about: 'Om underlaget',
  offered: 'Kurser på området',
  yh: 'Yrkeshögskola i regionens kommuner',
  what: 'Vad',
  value: 'Värde',
  source: 'Källa',
  day: 'Per',
  method: 'Metod',
  companies: (skill: string) => `${skill}: företag som saknar kompetensen`,
  people: (skill: string) => `${skill}: anställda det gäller`,
  courses: (skill: string) => `${skill}: kurser som kan sökas, hela landet`,
  granted: (place: string) => `${place}: beviljade YH-platser`,
  peopleAbout: (people: number) => `omkring ${people}`,
  network: (name: string) => `${name}, företagens egna uppgifter i Samsyn`,
  byBatches:
    'Varje företag räknas en gång per kompetens. Grupper om minst fem företag, frysta per kvartal. Ett spann betyder att några företag inte kan visas för sig.',
  rounded: 'Summa avrundad till närmaste fem; visas inte när ett företag står för mer än hälften.',
  counted: 'Antal kurser i programmets kursförteckning som nämner kompetensen och inte har börjat.',
  courseSource: 'Kursförteckningen i Samsyn; varje kurs har sin källa där',
  yhMethod: 'Beviljade platser i utbildningar som bedrivs i en kommun. Källans egna tal.',
  how: (answered: number) =>
    `Minst ${answered} företag har svarat. Det är inget urval: talen säger vad de som svarat behöver, inte hur många i regionen som behöver det.`,
  vocabulary: (version: string) => `Begrepp: ${version}.`,
  contents: 'Innehåll',
  subtitle: (field: string, day: string) => `${field}. Ögonblicksbild ${day}`,
  busy: 'Många filer skrivs just nu. Försök igen om en stund.',
}

type EvidenceTexts = typeof sv
const en: EvidenceTexts = {
  title: 'Evidence for an application to give education',
  lead: 'What everybody sees, gathered for one field of work, with source, day and method of each figure. No number is about fewer than five companies.',
  field: 'Field of work',
  all: 'All fields',
  show: 'Show',
  none: 'There is no snapshot yet. The evidence can be taken out once the quarter’s figures are frozen.',
  files: 'Download',
  word: 'Word',
  pdf: 'PDF',
  csv: 'CSV',
  demand: 'Demand',
  about: 'About this',
  offered: 'Courses in the field',
  yh: 'Higher vocational education in the municipalities',
  what: 'What',
  value: 'Value',
  source: 'Source',
  day: 'As of',
  method: 'Method',
  companies: (skill) => `${skill}: companies that lack the skill`,
  people: (skill) => `${skill}: employees concerned`,
  courses: (skill) => `${skill}: courses that can be taken, in the whole country`,
  granted: (place) => `${place}: higher vocational places granted`,
  peopleAbout: (people) => `about ${people}`,
  network: (name) => `${name}, what companies say themselves in Samsyn`,
  byBatches:
    'Each company is counted once for each skill. Groups of at least five companies, frozen each quarter. A range means that some companies cannot be shown by themselves.',
  rounded: 'A sum to the nearest five; not shown where one company stands for more than half.',
  counted: 'How many courses in the list of the program name the skill and have not begun.',
  courseSource: 'The list of courses in Samsyn; each course has its source there',
  yhMethod: 'Places granted in programmes that are held in one municipality. The source’s own numbers.',
  how: (answered) =>
    `At least ${answered} companies have answered. It is no sample: the figures say what those who answered need, not how many in the region need it.`,
  vocabulary: (version) => `Concepts: ${version}.`,
  contents: 'Contents',
  subtitle: (field, day) => `${field}. Snapshot of ${day}`,
  busy: 'Many files are being written. Try again in a while.',
}

/** The sentences of the evidence, in the reader's language. */
export function evidenceTextsIn(locale: Locale): EvidenceTexts {
  return { sv, en }[locale]
}
