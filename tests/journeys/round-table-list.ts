import { workbookOf } from '../../src/platform/http/workbook.ts'

/** By what people are invited to the event that the journey plays through, and how many seats each criterion has. */
export const criteria = [
  { text: 'Alla 13 kommuners ledningar', kind: 'leadership', seats: 13 },
  { text: 'Företag som söker elektriker', kind: 'company', seats: 30 },
  { text: 'Myndigheter och skolor som kan göra något', kind: 'guest', seats: 4 },
  { text: 'Värdar för borden', kind: 'host', seats: 6 },
] as const

const municipalities = [
  'Ale',
  'Alingsås',
  'Göteborg',
  'Härryda',
  'Kungsbacka',
  'Kungälv',
  'Lerum',
  'Lilla Edet',
  'Mölndal',
  'Partille',
  'Stenungsund',
  'Tjörn',
  'Öckerö',
]
const numbered = <One>(count: number, one: (number: number) => One) =>
  Array.from({ length: count }, (_, at) => one(at + 1))
const [leaders, companies, guests, hosts] = criteria

/** Everybody on the list as a spreadsheet has them: two are called the same, one writes from right to left, a fifth guest for four seats. */
export const listed: readonly (readonly [name: string, organisation: string, place: string, by: string])[] = [
  ...municipalities.map(
    (place) => [`Kommunalråd, ${place}`, `${place}s kommun`, place, leaders.text] as const,
  ),
  ...numbered(28, (number) => {
    const place = municipalities[number % municipalities.length] ?? ''
    return [`Vd ${number}`, `Elfirma ${number}`, place, companies.text] as const
  }),
  ['Platschef Kim', 'Kabelbolaget', 'Ale', companies.text],
  ['Platschef Kim', 'Linjebolaget', 'Tjörn', companies.text],
  ...numbered(4, (number) => [`Rektor ${number}`, `Skola ${number}`, '', guests.text] as const),
  ['مدير المدرسة', 'Skola 5', '', guests.text],
  ...numbered(6, (number) => [`Bordsvärd ${number}`, 'Regionen', '', hosts.text] as const),
]

/** The same as an Excel file. */
export async function listAsExcel(): Promise<Buffer> {
  const rows = listed.map(([name, organisation, place, by], at) => [
    `${name} (exempel)`,
    `${organisation} (exempel)`,
    `gast${at + 1}@example.org`,
    place,
    by,
  ])
  const headings = ['Namn', 'Organisation', 'E-post', 'Kommun', 'Grund']
  const sheet = { name: 'Bjudna', headings, rows, widths: headings.map(() => 24) }
  return Buffer.from(await workbookOf([sheet]))
}
