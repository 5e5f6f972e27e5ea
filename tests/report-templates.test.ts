import { strToU8, zipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendTemplate } from '../src/modules/reports/actions/send-template.ts'
import { templateProblem } from '../src/modules/reports/files/look-at-template.ts'
import { plantRegion, type Planted, type Who } from '../src/modules/programme/testing.ts'
import { useTestDatabase } from './database.ts'
import { readWord, visitedBy } from './report-readers.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})
beforeEach(async () => {
  await database.ownerDb.deleteFrom('reportTemplate').execute()
  await database.ownerDb.deleteFrom('auditEntry').execute()
})

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A Word file as a Swedish Word writes it: its headings are called Rubrik. */
function wordFile(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  kind = 'document.main',
): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.${kind}+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...parts,
  }
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  )
}

// Word parts what is written into runs as it likes.
const parted = '<w:p><w:r><w:t>{{ti</w:t></w:r><w:r><w:t>tel}}</w:t></w:r></w:p>'
const good = wordFile(`${paragraph('Ale kommun, Alafors')}${parted}${paragraph('{{ innehall }}')}`)

const external = (type: string) => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://example.org/x" TargetMode="External"/></Relationships>`,
})

describe('a template', () => {
  it('that has its places is right', () => {
    expect(templateProblem(good)).toBeNull()
  })

  const places = paragraph('{{titel}} {{innehall}}')

  it.each([
    ['nothing', new Uint8Array(), { kind: 'file-missing' }],
    ['a text', strToU8('hej'), { kind: 'not-word' }],
    ['another package', zipSync({ 'a.xml': strToU8('<a/>') }), { kind: 'not-word' }],
    ['half a file', good.slice(0, good.length / 2), { kind: 'not-word' }],
    ['what is too large', new Uint8Array(5 * 1024 * 1024 + 1), { kind: 'too-large' }],
    ['one with macros', wordFile(places, { 'word/vbaProject.bin': 'x' }), { kind: 'has-macros' }],
    ['a macro document', wordFile(places, {}, 'macroEnabled'), { kind: 'has-macros' }],
    [
      'one that fetches its own template',
      wordFile(places, external('attachedTemplate')),
      { kind: 'reaches-out' },
    ],
    [
      'one without places',
      wordFile(paragraph('Hej')),
      { kind: 'places', missing: ['titel', 'innehall'], unknown: [] },
    ],
    [
      'one with a place of its own',
      wordFile(paragraph('{{titel}} {{datum}} {{innehall}}')),
      { kind: 'places', missing: [], unknown: ['datum'] },
    ],
  ])('is not %s', (_what, bytes, problem) => {
    expect(templateProblem(bytes)).toEqual(problem)
  })

  it('may have links', () => {
    expect(templateProblem(wordFile(places, external('hyperlink')))).toBeNull()
  })

  it('that promises to unpack beyond all measure is refused before it is unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(61 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(templateProblem(bomb)).toEqual({ kind: 'too-large' })
  })
})

async function left() {
  const { ownerDb } = database
  const templates = await ownerDb
    .selectFrom('reportTemplate')
    .select(['subject', 'version', 'name'])
    .orderBy('version')
    .execute()
  const entries = await ownerDb.selectFrom('auditEntry').select('did').orderBy('id').execute()
  return { templates, did: entries.map(({ did }) => did) }
}

const sent = (subject: string, seen = 0) => ({ subject, name: 'mall.docx', bytes: good, seen })

describe('sending a template', () => {
  it('adds a version and an entry; taking it away adds another', async () => {
    expect(await sendTemplate(planted.context('officer'), sent('1440'))).toEqual({ ok: true, value: 1 })
    expect(await sendTemplate(planted.context('officer'), { ...sent('1440', 1), bytes: null })).toMatchObject(
      { ok: true },
    )
    expect(await left()).toEqual({
      templates: [
        { subject: '1440', version: 1, name: 'mall.docx' },
        { subject: '1440', version: 2, name: 'mall.docx' },
      ],
      did: ['reports.template-sent', 'reports.template-taken-away'],
    })
  })

  it('of the region is the coordinator’s', async () => {
    expect(await sendTemplate(planted.context('coordinator'), sent(''))).toMatchObject({ ok: true })
  })

  it.each([
    ['visitor', '1440'],
    ['partner', '1440'],
    ['leader', '1440'],
    ['neighbour', '1440'],
    ['coordinator', '1440'],
    ['officer', ''],
  ] as const)('is refused to a %s for “%s”, and leaves nothing', async (who, subject) => {
    expect(await sendTemplate(planted.context(who), sent(subject))).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await left()).toEqual({ templates: [], did: [] })
  })

  it('overwrites nothing unseen, and takes away nothing that is not there', async () => {
    const gone = { ...sent('1440'), bytes: null }
    expect(await sendTemplate(planted.context('officer'), gone)).toEqual({
      ok: false,
      refusal: 'nothing-there',
    })
    await sendTemplate(planted.context('officer'), sent('1440'))
    expect(await sendTemplate(planted.context('colleague'), sent('1440'))).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    })
    expect((await left()).templates).toHaveLength(1)
  })
})

function formWith(fields: Readonly<Record<string, string | File>>): RequestInit {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return { method: 'POST', body }
}
const fileOf = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'mall.docx')
const ask = async (who: Who, path: string, init?: RequestInit) => visitedBy(planted, who).request(path, init)

describe('the page of templates', () => {
  it('takes a file, and the report is had in it with the template’s own headings', async () => {
    const answered = await ask(
      'officer',
      '/rapporter/mallar',
      formWith({ subject: '1440', seen: '0', 'file-1440': fileOf(good) }),
    )
    expect(answered.status).toBe(303)
    expect(await (await ask('officer', '/rapporter/mallar?saved')).text()).toContain('mall.docx')
    const page = await (await ask('officer', '/rapporter/ale/2026-11-24')).text()
    expect(page).toContain('href="/rapporter/ale/2026-11-24.docx?mall=1"')
    const answer = await ask('leader', '/rapporter/ale/2026-11-24.docx?mall=1')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const { html, text, parts } = await readWord(new Uint8Array(await answer.arrayBuffer()))
    expect(text).toContain('Ale kommun, Alafors')
    expect(text).toContain('Uppföljning: Ale')
    expect(text).not.toContain('{{')
    expect(html).toContain('<table>')
    expect(parts.get('word/document.xml')).toContain('<w:pStyle w:val="Rubrik1"/>')
  })

  it.each([
    ['/rapporter/mallar', 'Det här saknas i mallen: {{innehall}}', 'De platser som kan finnas är {{titel}}'],
    [
      '/en/reports/templates',
      'This is missing in the template: {{innehall}}',
      'The places that there can be are',
    ],
  ])('%s says what is missing and what may be there, and keeps nothing', async (path, ...words) => {
    const file = fileOf(wordFile(paragraph('{{titel}}')))
    const answer = await ask('officer', path, formWith({ subject: '1440', seen: '0', 'file-1440': file }))
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const word of words) expect(text).toContain(word)
    expect(await left()).toEqual({ templates: [], did: [] })
  })

  it('is refused to who may send none, and a template to who does not work in the network', async () => {
    for (const who of ['visitor', 'partner', 'leader'] as const)
      expect((await ask(who, '/rapporter/mallar')).status).toBe(403)
    await sendTemplate(planted.context('officer'), { subject: '1440', name: 'x', bytes: good, seen: 0 })
    expect((await ask('visitor', '/rapporter/ale/2026-11-24.docx?mall=1')).status).toBe(403)
    expect((await ask('officer', '/rapporter/ale/2026-11-24.docx?mall=2')).status).toBe(404)
    expect((await ask('officer', '/rapporter/ale/2026-11-24.docx?mall=x')).status).toBe(404)
  })

  it('answers a form that is none', async () => {
    const answer = await ask('officer', '/rapporter/mallar', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=y' },
    })
    expect(answer.status).toBe(403)
  })
})
