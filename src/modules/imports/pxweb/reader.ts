import type { Figure, Source } from '#modules/statistics'
import { done, refuse } from '#platform/outcome.ts'
import { SourceFailure } from '../core/source-failure.ts'
import { storable } from '#platform/values/storable.ts'
import type {
  Answered,
  Asked,
  RawAnswer as KeptAnswer,
  ReadSeries,
  SourceReader,
} from '../core/source-reader.ts'
import { askFor, beginning } from './asking.ts'
import type { Dataset } from './dataset.ts'
import { figuresOf } from './figures.ts'
import type { RawAnswer } from './line.ts'
import type { Office } from './offices.ts'
import type { Offices } from './open-office.ts'
import { runProblemOf } from './run-problem.ts'
import { PxWebCursor, PxWebQuestion } from './question.ts'
import { datasetOf } from './reading.ts'
import type { Selection, SelectionProblem } from './selection.ts'
import { tableAddress } from './table-address.ts'

/** How statistics offices are asked for a series, and how their answers are read. */
export function pxWebReader(offices: Offices): SourceReader {
  return {
    answers: (asked, cursor, signal) => answersOf(offices, asked, cursor, signal),
    read(asked, answers) {
      const question = PxWebQuestion.parse(asked.question)
      const office = knownOffice(offices, question.office)
      const datasets = answers.map((answer) => datasetOf(rawAnswer(answer)))
      const figures: Figure[] = []
      for (const dataset of datasets) {
        const read = figuresOf(dataset, question.selection, office)
        if (!read.ok) return refuse([runProblemOf(read.refusal)])
        for (const figure of read.value) figures.push(figure)
      }
      const source = sourceOf(office, question, datasets[0] ?? null, asked.today)
      return done({
        title: question.title,
        figures,
        source,
        nextPublication: null,
        ending: endingIn(datasets),
      })
    },
  }
}

async function* answersOf(
  offices: Offices,
  asked: Asked,
  cursor: unknown,
  signal: AbortSignal,
): AsyncGenerator<Answered> {
  const { office: id, selection } = PxWebQuestion.parse(asked.question)
  const office = offices.open(id)
  if (!office) throw unknownOffice(id)
  const begun = cursor === null ? await beginning(office, selection, signal) : done(PxWebCursor.parse(cursor))
  if (!begun.ok) throw tableChanged(office.office, selection, begun.refusal)
  for await (const { part, cursor: next, progress } of askFor(office, begun.value, signal)) {
    const { address, requestBody, body } = part.answer
    yield {
      raw: { address, question: requestBody, body },
      cursor: next.waiting.length > 0 ? next : null,
      progress,
    }
  }
}

function rawAnswer({ address, question, body }: KeptAnswer): RawAnswer {
  return { method: question === null ? 'GET' : 'POST', address, requestBody: question, body }
}

function knownOffice({ known }: Offices, id: string): Office {
  const office = known.find((one) => one.id === id)
  if (!office) throw unknownOffice(id)
  return office
}

function unknownOffice(id: string): SourceFailure {
  return new SourceFailure('gone', id, 'not among the offices')
}

/** The table no longer has what was picked of it. */
function tableChanged(
  office: Office,
  { table }: Selection,
  problems: readonly SelectionProblem[],
): SourceFailure {
  const detail = problems
    .slice(0, 5)
    .map((one) => [one.variable, one.problem, 'value' in one ? one.value : ''].join(' ').trim())
  return new SourceFailure('gone', tableAddress(office, table), detail.join('; '))
}

/** What goes on where a table ends, an office does not tell. */
function endingIn(datasets: readonly Dataset[]): ReadSeries['ending'] {
  const isDiscontinued = datasets.some((dataset) => dataset.isDiscontinued)
  return isDiscontinued ? { words: 'discontinued: true', lastYear: null, successors: [] } : null
}

/** The table as it was published when these figures came. A later publication is a source of its own. */
function sourceOf(office: Office, question: PxWebQuestion, dataset: Dataset | null, today: string): Source {
  const { table } = question.selection
  const said = saidOf(office, question, dataset, today)
  return {
    id: `pxweb:${office.id}:${table}:${said.vintage}`,
    ...said,
    url: tableAddress(office, table),
    ...licenceOf(office, question),
    retrievedOn: today,
  }
}

/** What the answer says of itself; an answer without figures says nothing. */
function saidOf(
  { name }: Office,
  { title }: PxWebQuestion,
  dataset: Dataset | null,
  today: string,
): Pick<Source, 'publisher' | 'title' | 'vintage' | 'note'> {
  if (dataset === null) return { publisher: name, title, vintage: today, note: { sv: '', en: '' } }
  const notes = storable(dataset.notes.join('\n').slice(0, longestNote))
  return {
    publisher: dataset.source ?? name,
    title: dataset.label ?? title,
    vintage: dataset.updated?.slice(0, 10) ?? today,
    note: { sv: notes, en: notes },
  }
}

function licenceOf(office: Office, { licence }: PxWebQuestion): Pick<Source, 'licence' | 'licenceUrl'> {
  return {
    licence: office.licence ?? licence ?? unstated,
    licenceUrl: licence !== null && URL.canParse(licence) ? licence : null,
  }
}

const longestNote = 2_000

/** As sources' licences are written: in Swedish, like their titles. */
const unstated = 'Ej angiven'
