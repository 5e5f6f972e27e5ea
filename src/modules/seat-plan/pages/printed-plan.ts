import type { Visit } from '#modules/accounts'
import { doorAddress, type Participant, type Question } from '#modules/roundtable'
import { canShow, lettersIn } from '#platform/paper/font-letters.ts'
import { ownLetters, paperFonts } from '#platform/paper/paper-fonts.ts'
import type { WorkbookSheet } from '#platform/http/workbook.ts'
import { formatDay } from '#platform/values/dates.ts'
import { qrCode } from '#platform/values/qr-code.ts'
import { inLocale } from '#platform/values/locale.ts'
import { seatOf } from '../core/change.ts'
import type { PrintedPerson, PrintedPlan, PrintedTable, PrintForm } from '../core/printed.ts'
import type { PlanVersion } from '../core/version.ts'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'

/** Names, of people and of where they come from, that the fonts on paper have no letters for. */
export function namesByHand(board: Board): readonly string[] {
  const letters = paperLetters()
  const names = seated(board).flatMap(({ name, title, organisation }) => [name, title, organisation])
  return [...new Set(names)].filter((name) => !canShow(letters, name))
}

function paperLetters(): ReadonlySet<number> {
  return new Set(paperFonts().flatMap((font) => [...lettersIn(font)]))
}

/** Everybody who comes, as a Swede looks for names. */
function seated({ problem, called }: Board): readonly Participant[] {
  const collator = new Intl.Collator('sv', { numeric: true })
  return problem.people
    .flatMap(({ id }) => called.person(id) ?? [])
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

/** Everything that is printed of a version, in the reader's language. */
export function printedPlan(
  { visit, origin }: { readonly visit: Visit; readonly origin: string },
  board: Board,
  version: PlanVersion,
  form: PrintForm,
): PrintedPlan {
  const { locale, network } = visit
  const { event, rounds } = board
  const { sheet, files } = textsIn(locale).print
  const letters = paperLetters()
  const people = seated(board)
  const shown = (text: string) => (canShow(letters, text) ? text : '')
  const title = { people: sheet.peopleTitle, tables: sheet.tablesTitle }[form as 'people'] ?? files[form].name
  return {
    title,
    author: inLocale(network.name, locale),
    language: locale,
    event: event.title,
    about: `${event.title}, ${formatDay(event.onDay, locale)}, ${event.place}`,
    footer: `${event.title} · ${sheet.version(version.version)}`,
    rounds: rounds.map(({ number, startsAt }) => ({
      name: sheet.roundAt(number + 1, startsAt),
      short: sheet.short(number + 1),
    })),
    people: people.map((one): PrintedPerson => ({
      name: one.name,
      isByHand: !canShow(letters, one.name),
      title: shown(one.title),
      organisation: shown(one.organisation),
      sign: board.called.sign(one, 'municipality').code,
      code: board.codes.get(one.id) ?? '',
      codePicture: form.startsWith('badges') ? codePicture(board, one, origin) : '',
      tables: rounds.map(({ number }) => seatOf(board.seats, one.id, number) ?? sheet.noSeat),
    })),
    tables: printedTables(board, people, locale),
    words: {
      table: sheet.table,
      name: sheet.name,
      host: sheet.host,
      organisation: sheet.organisation,
      byHand: sheet.byHand,
      nobody: sheet.nobody,
      notes: sheet.notes,
    },
    ownLetters: ownLetters(),
  }
}

/** The paper around a code is pale as well. */
const rimOnPaper = 1

/** The address at which whoever keeps the door finds somebody, as a camera reads it. */
function codePicture({ event, codes }: Board, { id }: Participant, origin: string): string {
  const { size, path } = qrCode(doorAddress(origin, event.id, codes.get(id) ?? ''), rimOnPaper)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

function printedTables(
  { facts, rounds, seats }: Board,
  people: readonly Participant[],
  locale: Visit['locale'],
): readonly PrintedTable[] {
  const { sheet } = textsIn(locale).print
  const placeOf = new Map(people.map(({ id }, at) => [id, at]))
  return facts.tables.map(({ id, hostId }) => ({
    id,
    name: sheet.tableOf(id),
    // Who has said no since is not on the table.
    host: placeOf.get(hostId ?? '') ?? null,
    rounds: rounds.map(({ number }) => ({
      questions: asked(facts.questions, id, number),
      people: (seats[number]?.[id] ?? [])
        .flatMap((person) => placeOf.get(person) ?? [])
        .toSorted((a, b) => a - b),
    })),
  }))
}

/** What is asked at a table in a round, of all that is asked. */
function asked(questions: readonly Question[], table: string, round: number): readonly string[] {
  return questions
    .filter((one) => (one.tableId ?? table) === table && (one.round ?? round) === round)
    .map(({ text }) => text)
}

/** The same as an Excel file: by person, and by table. */
export function sheetsOf(board: Board, locale: Visit['locale']): readonly WorkbookSheet[] {
  const { sheet } = textsIn(locale).print
  const { kinds } = textsIn(locale).board
  const { rounds, seats, called, facts } = board
  const people = seated(board)
  const municipality = ({ municipality: code }: Participant) =>
    code === null ? null : called.municipality(code)
  return [
    {
      name: sheet.people,
      headings: [
        sheet.name,
        sheet.title,
        sheet.organisation,
        sheet.municipality,
        sheet.kind,
        ...rounds.map(({ number, startsAt }) => sheet.roundAt(number + 1, startsAt)),
      ],
      widths: [34, 26, 34, 18, 14, ...rounds.map(() => 16)],
      rows: people.map((one) => [
        one.name,
        one.title,
        one.organisation,
        municipality(one),
        kinds[one.kind],
        ...rounds.map(({ number }) => tableInCell(seatOf(seats, one.id, number))),
      ]),
    },
    {
      name: sheet.tables,
      headings: [sheet.table, sheet.roundHeading, sheet.name, sheet.title, sheet.organisation],
      widths: [8, 10, 34, 26, 34],
      rows: rounds.flatMap(({ number }) =>
        facts.tables.flatMap(({ id }) =>
          people
            .filter((one) => seatOf(seats, one.id, number) === id)
            .map((one) => [tableInCell(id), number + 1, one.name, one.title, one.organisation]),
        ),
      ),
    },
  ]
}

/** A table that is called by a number, as one: so 2 comes before 10 when a column is sorted. */
function tableInCell(id: string | null): string | number | null {
  return id !== null && /^[1-9]\d*$/.test(id) ? Number(id) : id
}
