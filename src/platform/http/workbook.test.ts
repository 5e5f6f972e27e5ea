import { expect, test } from 'vitest'
import { partsOf } from '../../../tests/report-readers.ts'
import { workbookOf } from './workbook.ts'

test('a sheet can be filtered by its headings, and what begins like a formula is a text', async () => {
  const parts = partsOf(
    await workbookOf([
      { name: 'Personer', headings: ['Namn', 'Bord'], rows: [['=1+1', 10]], widths: [34, 8] },
      { name: 'Tom', headings: ['Namn'], rows: [], widths: [34] },
    ]),
  )
  const [people = '', none = ''] = [1, 2].map((number) => parts.get(`xl/worksheets/sheet${number}.xml`))
  expect(people).toContain('</sheetData><autoFilter ref="A1:B2"/>')
  expect(none).not.toContain('autoFilter')
  expect(people).not.toContain('<f>')
  expect(parts.get('xl/sharedStrings.xml')).toContain('=1+1')
})
