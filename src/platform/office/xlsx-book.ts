import { done, refuse, type Outcome } from '../outcome.ts'
import type { Sheet } from './cell.ts'
import { openPackage, type Package, type Relation } from './office-package.ts'
import { formatsOf } from './xlsx-formats.ts'
import { worksheetIn, type WorkbookParts } from './xlsx-sheet.ts'
import { sharedTextsIn } from './xlsx-text.ts'
import { walkXml } from './xml-walk.ts'

export interface Book {
  /** The sheets that a person sees and that hold cells, in their order. */
  readonly sheets: readonly Sheet[]
  readonly hiddenSheets: readonly string[]
}

interface SheetEntry {
  readonly name: string
  readonly isHidden: boolean
  readonly relation: string
}

interface Contents {
  readonly sheets: readonly SheetEntry[]
  readonly isFrom1904: boolean
}

/** How much is read at most. What is larger is refused before it is unpacked or parted into cells. */
export interface BookLimits {
  /** All files of a workbook together, as its directory promises them. */
  readonly unpackedBytes: number
  readonly cells: number
}

/** Why bytes are no workbook that can be read. */
export interface BookProblem {
  readonly problem:
    | 'broken-workbook'
    | 'binary-excel-file'
    | 'opendocument-file'
    | 'zip-file'
    | 'locked-file'
    | 'unpacks-too-large'
    | 'too-many-cells'
    | 'only-charts'
    | 'empty-file'
  /** Which sheet, or how large. */
  readonly got: string
}

type Opened = Outcome<Book, BookProblem>

/** A workbook in Excel's format since 2007. */
export function bookIn(bytes: Uint8Array, limits: BookLimits): Opened {
  const opened = openPackage(bytes, limits.unpackedBytes)
  if (!opened.ok) {
    const { problem, got } = opened.refusal
    return refuse(problemOf(problem === 'broken-package' ? 'broken-workbook' : problem, got))
  }
  const kind = kindOfPackage(opened.value.names)
  return kind ? refuse(problemOf(kind)) : bookOf(opened.value, limits)
}

function kindOfPackage(names: ReadonlySet<string>): BookProblem['problem'] | null {
  if (names.has('[content_types].xml')) {
    if (names.has('xl/workbook.bin')) return 'binary-excel-file'
    return [...names].some((name) => /^xl\/.*\.xml$/.test(name)) ? null : 'zip-file'
  }
  return names.has('mimetype') && names.has('content.xml') ? 'opendocument-file' : 'zip-file'
}

function bookOf(files: Package, limits: BookLimits): Opened {
  const roots = [...files.relationsOf('').values()]
  const root = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const relations = files.relationsOf(root)
  const contents = contentsOf(files.read(root))
  if (!contents) return refuse(problemOf('broken-workbook'))
  const parts = partsOf(files, [...relations.values()], limits.cells)
  if (parts === 'too-many') return refuse(tooMany(limits))
  if (!parts) return refuse(problemOf('broken-workbook'))

  const sheets = sheetsIn(files, contents, relations, parts, limits)
  if (!sheets.ok) return sheets
  if (sheets.value.length === 0) return refuse(problemOf(hasCharts(relations) ? 'only-charts' : 'empty-file'))
  const hiddenSheets = contents.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name)
  return done({ sheets: sheets.value, hiddenSheets })
}

function sheetsIn(
  files: Package,
  contents: Contents,
  relations: ReadonlyMap<string, Relation>,
  parts: Omit<WorkbookParts, 'isFrom1904'>,
  limits: BookLimits,
): Outcome<readonly Sheet[], BookProblem> {
  const sheets: Sheet[] = []
  const whole = { ...parts, isFrom1904: contents.isFrom1904 }
  let cellsLeft = limits.cells
  const unread = new Set([...relations.values()].map(({ target }) => target))
  for (const { name, relation, isHidden } of contents.sheets) {
    const { target, type } = relations.get(relation) ?? { target: '', type: '' }
    if (isHidden || type !== 'worksheet') continue
    // A sheet has a file of its own. One file under ten thousand names would be read ten thousand times.
    const bytes = unread.delete(target) ? files.read(target) : null
    const sheet = bytes && worksheetIn(bytes, name, whole, cellsLeft)
    if (sheet === 'too-many') return refuse(tooMany(limits))
    if (!sheet) return refuse(problemOf('broken-workbook', name))
    cellsLeft -= sheet.rows.reduce((sum, { cells }) => sum + cells.size, 0)
    if (sheet.rows.length > 0) sheets.push(sheet)
  }
  return done(sheets)
}

function tooMany(limits: BookLimits): BookProblem {
  return problemOf('too-many-cells', String(limits.cells))
}

function problemOf(problem: BookProblem['problem'], got = ''): BookProblem {
  return { problem, got }
}

function hasCharts(relations: ReadonlyMap<string, Relation>): boolean {
  return [...relations.values()].some(({ type }) => type === 'chartsheet')
}

function contentsOf(workbook: Uint8Array | null): Contents | null {
  if (!workbook) return null
  const sheets: SheetEntry[] = []
  let isFrom1904 = false
  const isSound = walkXml(workbook, {
    opened: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const isHidden = (attributes.get('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attributes.get('name') ?? '', isHidden, relation: attributes.get('id') ?? '' })
    },
  })
  return isSound ? { sheets, isFrom1904 } : null
}

function partsOf(
  files: Package,
  relations: readonly Relation[],
  mostTexts: number,
): Omit<WorkbookParts, 'isFrom1904'> | 'too-many' | null {
  const targetOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target ?? ''
  const texts = partOf(files, targetOf('sharedStrings'), (bytes) => sharedTextsIn(bytes, mostTexts))
  if (texts === 'too-many') return texts
  const formats = partOf(files, targetOf('styles'), formatsOf)
  return texts && formats && { sharedTexts: texts, formats }
}

/** A workbook may be without such a part; one that is there has to be sound. */
function partOf<Part>(
  files: Package,
  path: string,
  read: (bytes: Uint8Array) => Part,
): Part | readonly never[] | null {
  if (!files.has(path)) return []
  const bytes = files.read(path)
  return bytes && read(bytes)
}
