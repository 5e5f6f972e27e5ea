import type { Context as Request, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import type { ArrivalEnv } from '#modules/accounts'
import { incomingMailPath } from '#modules/mail'
import { bothAddresses } from '#ui/addresses.ts'

const largestBody = 1_000_000
/** Where a file may be sent along: a table of figures, a municipality's programme. What is larger is refused before it is read. */
const largestFile = 11_000_000
/** A mail with its files; most mail servers take no more. */
const largestMail = 30_000_000
const filePages = [
  'uploadTable',
  'importCourses',
  'enterAdoption',
  'correctAdoption',
  'readDocument',
  'reportTemplates',
  'addFromFile',
] as const
/** Where a company may send five files along at once, each as large. */
const largestMessage = 53_000_000
const messagePages = ['draftWords', 'thread'] as const

/** Refuses, before it is read, what is larger than its page takes. */
export function limitSizes(app: Hono<ArrivalEnv>, sayTooLarge: (c: Request) => Promise<Response>): void {
  const limitedTo = (maxSize: number) => bodyLimit({ maxSize, onError: sayTooLarge })
  const withFiles = filePages.flatMap(bothAddresses)
  const withMessages = messagePages.flatMap(bothAddresses)
  app.on('POST', withFiles, limitedTo(largestFile))
  app.on('POST', incomingMailPath, limitedTo(largestMail))
  // Only files may be large; the same in words alone would be much to read through.
  const withWords = limitedTo(largestBody)
  const withWordsAndFiles = limitedTo(largestMessage)
  app.on('POST', withMessages, async (c, next) =>
    c.req.header('content-type')?.startsWith('multipart/') ? withWordsAndFiles(c, next) : withWords(c, next),
  )
  app.use(except([...withFiles, ...withMessages, incomingMailPath], withWords))
}
