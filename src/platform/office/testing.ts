import { crc32, deflateRawSync } from 'node:zlib'

interface ZipFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the directory is to say of its size, for packages that lie. */
  readonly saidSize?: number
}

/** A ZIP package, made byte by byte so that it can also be made wrongly. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, saidSize } of files) {
    const bytes = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(saidSize ?? bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, rest, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]))
}

export interface TestSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly isChart?: boolean
  /** What stands inside `<sheetData>`. */
  readonly rows?: string
  /** What stands before and after it. */
  readonly before?: string
  readonly after?: string
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Style 1 is a date, 2 per cent, 3 a date of the workbook's own, 4 a number with a word behind it. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="2">
<numFmt numFmtId="164" formatCode="[$-41D]yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" formatCode="0.0&quot; dagar %&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

/** A workbook in Excel's format, as small as Excel would still open it. */
export function workbookOf(
  sheets: readonly TestSheet[],
  more: { readonly sharedStrings?: string; readonly isFrom1904?: boolean } = {},
): Uint8Array {
  const entries = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  )
  const relations = sheets.map(({ isChart }, index) => {
    const kind = isChart === true ? 'chartsheet' : 'worksheet'
    return `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${kind}s/sheet${index + 1}.xml"/>`
  })
  const properties = `<workbookPr date1904="${more.isFrom1904 === true ? 1 : 0}"/>`
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${entries.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relations.join('')}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: styles },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${more.sharedStrings ?? ''}</sst>` },
    ...sheets.map(({ rows = '', before = '', after = '', isChart }, index) => ({
      name: `xl/${isChart === true ? 'chartsheet' : 'worksheet'}s/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ])
}

/** Rows of a sheet: a text, a number, or the cell's own XML between angle brackets; null is an empty cell. */
export function rowsOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((cells, index) => `<row r="${index + 1}">${cells.map(cellXml(index + 1)).join('')}</row>`)
    .join('')
}

function cellXml(row: number): (cell: string | number | null, column: number) => string {
  return (cell, column) => {
    const address = `${String.fromCharCode(65 + column)}${row}`
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
    if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${address}"`)
    return `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`
  }
}
