import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rowsOf, workbookOf, zipOf } from '#platform/office/testing.ts'
import { kindOfFile } from './file-kind.ts'
import { readDocument } from './read-document.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const bytesOf = (text: string) => new TextEncoder().encode(text)

function docx(body: string, styles = ''): Uint8Array {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/styles.xml', content: `<w:styles xmlns:w="${w}">${styles}</w:styles>` },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`,
    },
  ])
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const listed = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`

/** A PDF of lines: each its size, its height on the page and its words. */
function pdf(lines: readonly (readonly [size: number, words: string])[], packed = true): Uint8Array {
  const content = lines
    .map(([size, words], at) => `BT /F1 ${size} Tf 1 0 0 1 50 ${800 - 30 * at} Tm (${words}) Tj ET`)
    .join('\n')
  const bytes = packed ? deflateSync(content) : Buffer.from(content)
  const filter = packed ? '/Filter /FlateDecode ' : ''
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< ${filter}/Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 6 >>\n%%EOF`, 'latin1')
}

async function read(input: Uint8Array | string) {
  const answer = await readDocument(
    typeof input === 'string' ? { kind: 'paste', text: input } : { kind: 'file', bytes: input },
  )
  if (!answer.ok) return answer.refusal
  const { nodes, notes, levels } = answer.value
  return {
    nodes: nodes.map(({ depth, mark, text }) => `${depth} ${mark ? `${mark} ` : ''}${text}`),
    notes,
    levels,
  }
}

describe('a Word file', () => {
  test('has its depth from headings and lists', async () => {
    const styles = `<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
      <w:style w:styleId="Egen"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik1"/></w:style>`
    const body = [
      paragraph(run('Mål 1'), style('Rubrik1')),
      paragraph(run('1.1 Strategi'), style('Heading2')),
      paragraph(run('Insats'), listed(0)),
      paragraph(run('Åtgärd'), listed(1)),
      paragraph(run('  ')),
      paragraph(run('Punkt'), style('ListBullet')),
      paragraph(run('Underpunkt'), style('ListBullet2')),
      paragraph(run('Mål 2'), style('Egen')),
      paragraph(run('Löpande text')),
    ]
    expect(await read(docx(body.join(''), styles))).toEqual({
      nodes: [
        '0 Mål 1',
        '1 1.1 Strategi',
        '2 Insats',
        '3 Åtgärd',
        '2 Punkt',
        '3 Underpunkt',
        '0 Mål 2',
        '1 Löpande text',
      ],
      notes: [],
      levels: [],
    })
  })

  test('with tracked changes is read as if they were accepted, and says so', async () => {
    const removed = '<w:del><w:r><w:delText>gamla </w:delText></w:r></w:del>'
    const moved = `<w:moveFrom>${run('flyttade ')}</w:moveFrom>`
    const added = `<w:ins>${run('nya ')}</w:ins>`
    const joined = paragraph(run('Första halvan '), '<w:rPr><w:del/></w:rPr>')
    const restyled = paragraph(run('Text'), `<w:pPrChange><w:pPr>${style('Heading1')}</w:pPr></w:pPrChange>`)
    const body = paragraph(run('Den ') + removed + moved + added + run('insatsen')) + joined
    expect(await read(docx(`${body}${paragraph(run('och andra'))}${restyled}`))).toEqual({
      nodes: ['0 Den nya insatsen', '0 Första halvan och andra', '0 Text'],
      notes: ['changes-accepted'],
      levels: [],
    })
  })

  test('has the text of its tables, and no table of contents', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`
    const body = `${paragraph(run('Mål ..... 3'), style('TOC1'))}<w:tbl><w:tr>${cell('Mål')}${cell('Insats')}</w:tr></w:tbl>`
    expect(await read(docx(body))).toMatchObject({ nodes: ['0 Mål', '0 Insats'], notes: ['tables-read'] })
  })

  test.each([
    ['an empty one', docx(''), 'file-nothing-found'],
    ['one with broken XML', docx('<w:p><w:r>'), 'file-broken'],
    ['one cut off', docx(paragraph(run('Mål'))).subarray(0, 200), 'file-broken'],
    [
      'a bomb',
      zipOf([{ name: 'word/document.xml', content: 'x', saidSize: 3_000_000_000 }]),
      'file-unpacks-too-large',
    ],
  ])('%s says why it cannot be read', async (_, bytes, problem) => {
    expect(await read(bytes)).toBe(problem)
  })
})

describe('an Excel file', () => {
  test('has its depth from the columns', async () => {
    const rows = rowsOf([
      ['Mål', 'Insats'],
      ['Rätt kompetens', 'Fortbilda'],
      [null, 'Praktik'],
    ])
    expect(
      await read(
        workbookOf([
          { name: 'Blad1', rows },
          { name: 'Blad2', rows },
        ]),
      ),
    ).toEqual({
      nodes: ['0 Rätt kompetens', '1 Fortbilda', '1 Praktik'],
      notes: ['first-sheet'],
      levels: ['Mål', 'Insats'],
    })
  })

  test('without anything in it says so', async () => {
    expect(await read(workbookOf([{ name: 'Blad1' }]))).toBe('file-nothing-found')
  })

  test('with too many cells says so', async () => {
    const rows = rowsOf(Array.from({ length: 5100 }, () => Array.from({ length: 10 }, () => 'x')))
    expect(await read(workbookOf([{ name: 'Blad1', rows }]))).toBe('file-too-many-cells')
  })
})

describe('a PDF', () => {
  test('has its depth from the size of its type and its numbers', async () => {
    const lines = [
      [20, 'Program'],
      [14, 'Ett m\\345l'],
      [10, '1. Fortbilda dem som'],
      [10, 'redan arbetar'],
      [10, '1.1 Ordna kurser'],
      [10, '2'],
    ] as const
    expect(await read(pdf(lines))).toEqual({
      nodes: ['0 Program', '1 Ett mål', '2 1. Fortbilda dem som redan arbetar', '3 1.1 Ordna kurser'],
      notes: ['page-lines'],
      levels: [],
    })
  })

  test('without text says so', async () => {
    expect(await read(pdf([]))).toBe('file-without-text')
  })

  test('that is broken says so', async () => {
    expect(await read(bytesOf('%PDF-1.7\nskräp'))).toBe('file-broken')
  })

  test('that would grow beyond reason is not unpacked', async () => {
    const packed = deflateSync(Buffer.alloc(80 * 1024 * 1024))
    const stream = Buffer.concat([bytesOf('1 0 obj << >> stream\n'), packed, bytesOf('\nendstream\n')])
    const whole = Buffer.concat([bytesOf('%PDF-1.7\n'), stream, stream, stream])
    expect(await read(whole)).toBe('file-unpacks-too-large')
  })
})

describe('what is pasted', () => {
  test('is an outline, or a table where its lines have cells', async () => {
    expect(await read('Mål\n\tInsats')).toMatchObject({ nodes: ['0 Mål', '1 Insats'] })
    expect(await read('Mål\tInsats\nKompetens\tFortbilda')).toEqual({
      nodes: ['0 Kompetens', '1 Fortbilda'],
      notes: [],
      levels: ['Mål', 'Insats'],
    })
  })

  test('is cut to what fits, and says so', async () => {
    const long = await read(`${'x'.repeat(600)}\n${'Del\n'.repeat(1200)}`)
    expect(long).toMatchObject({ notes: ['shortened', 'long-shortened'] })
    expect(typeof long === 'string' ? 0 : long.nodes.length).toBe(1000)
  })

  test('of nothing but spaces is nothing', async () => {
    expect(await read(' \n ')).toBe('file-nothing-found')
  })
})

test.each([
  ['nothing', new Uint8Array(), 'file-empty'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'file-wrong-kind'],
  ['text', bytesOf('hej'), 'file-wrong-kind'],
  ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-old-word-or-excel'],
  [
    'a locked file',
    Buffer.concat([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    'file-locked',
  ],
  ['another package', zipOf([{ name: 'x.xml', content: 'x' }]), 'file-wrong-kind'],
  ['one above 10 MB', Buffer.concat([bytesOf('%PDF-'), Buffer.alloc(10 * 1024 * 1024)]), 'file-too-large'],
])('%s is no document that is kept', (_, bytes, problem) => {
  expect(kindOfFile(bytes)).toEqual({ ok: false, refusal: problem })
})
