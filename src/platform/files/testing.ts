import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipOf } from '../office/testing.ts'

/** The smallest files of each kind that are known by their beginning. */
export const smallFiles = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  png: Buffer.from(`\u0089PNG\r\n\u001A\n\0\0\0\rIHDR${'\0'.repeat(17)}\0\0\0\0IEND\0\0\0\0`, 'latin1'),
  jpg: Buffer.from(`\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF${'\0'.repeat(10)}\u00FF\u00D9`, 'latin1'),
  webp: Buffer.from('RIFF\u000C\0\0\0WEBPVP8 \0\0\0\0', 'latin1'),
  heic: Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'),
  docx: officeFile('word/document.xml'),
  xlsx: officeFile('xl/workbook.xml'),
  pptx: officeFile('ppt/presentation.xml'),
  odt: openDocument('application/vnd.oasis.opendocument.text'),
  ods: openDocument('application/vnd.oasis.opendocument.spreadsheet'),
  odp: openDocument('application/vnd.oasis.opendocument.presentation'),
} as const

type ZipFiles = Parameters<typeof zipOf>[0]

/** An office file whose main part is that one, with whatever else is put in it. */
function officeFile(main: string, besides: ZipFiles = []): Uint8Array {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: main, content: '<x/>' },
    ...besides,
  ])
}

function openDocument(mediaType: string): Uint8Array {
  return zipOf([
    { name: 'mimetype', content: mediaType },
    { name: 'content.xml', content: '<x/>' },
  ])
}

/** Files that mean harm or are simply wrong, with what they are refused for. */
export const badFiles: readonly (readonly [name: string, bytes: Uint8Array, problem: string])[] = [
  ['nothing', new Uint8Array(), 'file-empty'],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-wrong-kind'],
  ['a drawing with a script', Buffer.from('<svg xmlns="x" onload="alert(1)"/>'), 'file-wrong-kind'],
  ['a program', Buffer.from('MZ\u0090\0', 'latin1'), 'file-wrong-kind'],
  ['a program of Linux', Buffer.from('\u007FELF', 'latin1'), 'file-wrong-kind'],
  ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file-wrong-kind'],
  ['a PDF behind a web page', Buffer.from('<html>%PDF-1.7\n%%EOF'), 'file-wrong-kind'],
  ['a PDF that is an archive too', Buffer.concat([smallFiles.pdf, smallFiles.docx]), 'file-wrong-kind'],
  ['a picture that is an archive too', Buffer.concat([smallFiles.jpg, smallFiles.xlsx]), 'file-wrong-kind'],
  [
    'a Word file that is a PDF too',
    officeFile('word/document.xml', [{ name: '%PDF-1.7', content: 'x' }]),
    'file-wrong-kind',
  ],
  ['an archive of no office', officeFile('classes.dex'), 'file-wrong-kind'],
  [
    'an old Word file',
    Buffer.from('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1', 'latin1'),
    'file-old-office',
  ],
  [
    'a locked Excel file',
    Buffer.concat([
      Buffer.from('\u00D0\u00CF\u0011\u00E0', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'file-locked',
  ],
  ['an archive that breaks off', smallFiles.docx.slice(0, -10), 'file-broken'],
  [
    'macros',
    officeFile('word/document.xml', [{ name: 'word/vbaProject.bin', content: 'x' }]),
    'file-has-macros',
  ],
  [
    'an archive that says how far it grows',
    officeFile('xl/workbook.xml', [{ name: 'xl/media/a.png', content: 'x', saidSize: 4_000_000_000 }]),
    'file-unpacks-too-large',
  ],
  [
    'an archive that lies about how far it grows',
    officeFile('xl/workbook.xml', [{ name: 'xl/a.xml', content: Buffer.alloc(3_000_000), saidSize: 10 }]),
    'file-broken',
  ],
]

export interface TestScanner {
  readonly url: string
  /** What was given to it to look through. */
  readonly received: Buffer[]
  readonly stop: () => Promise<void>
}

interface ScannerOptions {
  /** On a socket of the machine instead of a port. */
  readonly isLocal?: boolean
  /** What it answers whatever it is asked. */
  readonly answer?: string
}

/** A real server that speaks as ClamAV's daemon does, and finds `EICAR` harmful. */
export async function startScanner({ isLocal = false, answer }: ScannerOptions = {}): Promise<TestScanner> {
  const received: Buffer[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let sent = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      sent = Buffer.concat([sent, piece])
      const stream = streamIn(sent)
      if (stream === null) return
      received.push(stream)
      const verdict = stream.includes('EICAR') ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0'
      socket.end(answer ?? verdict)
    })
  })
  const path = join(tmpdir(), `scanner-${randomUUID().slice(0, 8)}.sock`)
  if (isLocal) server.listen(path)
  else server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  return {
    url: typeof place === 'string' ? `unix://${place}` : `tcp://127.0.0.1:${place?.port ?? 0}`,
    received,
    stop: async () => {
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The bytes of a stream that has come to its end; null before that. */
function streamIn(sent: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (sent.subarray(0, command.length).toString('latin1') !== command) return null
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
