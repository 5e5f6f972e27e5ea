import { expect, test } from 'vitest'
import { kindOfFile } from './file-kind.ts'
import { fileNameOf } from './file-name.ts'
import { badFiles, smallFiles } from './testing.ts'

test.each(Object.entries(smallFiles))('%s is known by its content', (kind, bytes) => {
  expect(kindOfFile(bytes)).toEqual({ ok: true, value: kind })
})

test.each(badFiles)('%s is refused', (_name, bytes, problem) => {
  expect(kindOfFile(bytes)).toEqual({ ok: false, refusal: problem })
})

test.each([
  ['ritning.pdf', 'ritning.pdf'],
  ['Ritning över lagret.PDF', 'Ritning över lagret.pdf'],
  ['faktura.pdf.exe', 'faktura.pdf.pdf'],
  ['C:\\Users\\x\\plan.docx', 'plan.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
  ['a\0.pdf', 'a\uFFFD.pdf'],
  ['\u202Efdp.exe', 'fdp.pdf'],
  ['.pdf', 'bilaga.pdf'],
  ['', 'bilaga.pdf'],
  ['<img src=x>.png', 'img src=x.pdf'],
  [`${'å'.repeat(300)}.pdf`, `${'å'.repeat(100)}.pdf`],
])('%j is kept as %j', (sent, kept) => {
  expect(fileNameOf(sent, 'pdf', 'bilaga')).toBe(kept)
})
