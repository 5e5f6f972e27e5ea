import { convert } from 'html-to-text'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { storable } from '#platform/values/storable.ts'
import { reportIn, type IncomingFile, type IncomingMail } from './core/incoming.ts'

/** Reads a mail, byte by byte as it came. Throws for what is no mail: too deeply nested, too many headers. */
export async function parseMail(raw: Uint8Array): Promise<IncomingMail> {
  // A mail within a mail is what is reported on, or was forwarded: never the sender's own words.
  const email = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
    maxHeadersSize: 500_000,
  })
  const headers = new Map(email.headers.toReversed().map(({ key, value }) => [key, value]))
  return {
    messageId: storable(email.messageId ?? '').slice(0, 500),
    from: storable(addressesIn([email.from])[0] ?? '').slice(0, 300),
    subject: storable(email.subject ?? '').slice(0, 500),
    to: receiversOf(email, headers),
    headers,
    text: storable(textOf(email)),
    files: filesOf(email),
    report: reportOf(email),
  }
}

function addressesIn(addresses: readonly (Address | undefined)[]): readonly string[] {
  return addresses
    .flatMap((one) => (one === undefined ? [] : (one.group ?? [one])))
    .map(({ address }) => address.trim().toLowerCase())
    .filter((address) => address !== '')
}

const deliveredTo = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'] as const

function receiversOf(email: Email, headers: ReadonlyMap<string, string>): readonly string[] {
  const named = addressesIn([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])])
  const delivered = deliveredTo.flatMap(
    (name) => (headers.get(name) ?? '').toLowerCase().match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? [],
  )
  return [...new Set([...delivered, ...named])]
}

/** What stands in it as text; a mail that is made up as a page alone is read as text, without what it quotes. */
function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text
  if (html === undefined) return ''
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 1_000_000, maxDepth: 100 },
    selectors: [
      { selector: 'blockquote', format: 'skip' },
      { selector: 'div.gmail_quote', format: 'skip' },
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
    ],
  })
}

function filesOf({ attachments }: Email): readonly IncomingFile[] {
  return attachments
    .filter(({ mimeType, related }) => related !== true && !isMachines(mimeType))
    .map(({ filename, mimeType, content }, index) => ({
      name: storable(filename ?? `fil-${index + 1}`).slice(0, 200),
      mediaType: mimeType,
      bytes: bytesOf(content),
    }))
}

function isMachines(mimeType: string): boolean {
  return mimeType === 'message/delivery-status' || mimeType === 'text/rfc822-headers'
}

function reportOf({ attachments, headers }: Email): IncomingMail['report'] {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!/^multipart\/report\b/i.test(type)) return null
  const part = (...types: readonly string[]) => {
    const found = attachments.find(({ mimeType }) => types.includes(mimeType))
    return found ? Buffer.from(bytesOf(found.content)).toString('utf8') : null
  }
  const status = part('message/delivery-status', 'message/global-delivery-status')
  return status === null
    ? null
    : reportIn(status, part('message/rfc822', 'text/rfc822-headers', 'message/global') ?? '')
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}
