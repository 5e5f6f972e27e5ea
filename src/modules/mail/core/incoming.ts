/** A mail that has come, read. */
export interface IncomingMail {
  /** With its angle brackets; empty where it has none. */
  readonly messageId: string
  /** In small letters; empty where nobody says who sent it. */
  readonly from: string
  readonly subject: string
  /** Every address that it may have been meant for, in small letters. */
  readonly to: readonly string[]
  /** Its headers by their names in small letters; of several with the same name, the first. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly files: readonly IncomingFile[]
  /** What a mail server tells of a letter that it was to deliver (RFC 3464); null for all other mail. */
  readonly report: DeliveryReport | null
}

export interface IncomingFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What became of a letter, in the words of the mail server that could or could not deliver it. */
export interface DeliveryReport {
  readonly action: string
  readonly status: string
  readonly reason: string
  /** The Message-ID of the letter that is reported on; empty where it is not told. */
  readonly about: string
}

/** Why a mail is nobody's answer. */
export type Automatic = 'own' | 'auto-reply' | 'list'

/** What a mail is, before anybody asks what it answers to. */
export type Kind =
  | { readonly kind: 'bounce'; readonly report: DeliveryReport }
  | { readonly kind: 'automatic'; readonly why: Automatic }
  | { readonly kind: 'written' }

/**
 * Tells what a person has written from what machines send: reports of letters that came back, answers that nobody wrote
 * (RFC 3834, and what mail programs did before it), lists, and our own letters that come round. `isOurs` knows our
 * Message-IDs.
 */
export function kindOf(mail: IncomingMail, isOurs: (messageId: string) => boolean): Kind {
  if (isOurs(mail.messageId)) return { kind: 'automatic', why: 'own' }
  if (mail.report) return { kind: 'bounce', report: mail.report }
  if (isFromMailServer(mail)) {
    const report = { action: 'failed', status: '', reason: mail.subject, about: '' }
    return { kind: 'bounce', report }
  }
  if (isAutoReply(mail)) return { kind: 'automatic', why: 'auto-reply' }
  const isList = mail.headers.has('list-id') || /^(?:bulk|list|junk)$/i.test(header(mail, 'precedence'))
  return isList ? { kind: 'automatic', why: 'list' } : { kind: 'written' }
}

/** Servers that send no report say so in a mail of their own. */
function isFromMailServer(mail: IncomingMail): boolean {
  return /^(?:mailer-daemon|postmaster)@/.test(mail.from) && header(mail, 'return-path') === '<>'
}

const autoSubjects =
  /^(?:autosvar|automatiskt svar|frånvaromeddelande|automatic reply|auto(?:matic)?[ -]?reply|out of office)\b/iu

function isAutoReply(mail: IncomingMail): boolean {
  const submitted = header(mail, 'auto-submitted')
  return (
    (submitted !== '' && !/^no\b/i.test(submitted)) ||
    /\b(?:all|oof|autoreply)\b/i.test(header(mail, 'x-auto-response-suppress')) ||
    /^auto_reply$/i.test(header(mail, 'precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => mail.headers.has(name)) ||
    header(mail, 'return-path') === '<>' ||
    autoSubjects.test(mail.subject)
  )
}

function header({ headers }: IncomingMail, name: string): string {
  return (headers.get(name) ?? '').trim()
}

/** Whether a report tells that a letter will never arrive; others tell that it is late, or has arrived. */
export function isFinal({ action }: DeliveryReport): boolean {
  return action === 'failed'
}

/** The report in the machine's part of a mail (RFC 3464), of the first receiver that it tells of. */
export function reportIn(status: string, original: string): DeliveryReport {
  const fields = fieldsIn(status)
  const reason = (fields.get('diagnostic-code') ?? '').replace(/^[a-z0-9-]+; ?/i, '')
  return {
    action: (fields.get('action') ?? 'failed').toLowerCase(),
    status: fields.get('status') ?? '',
    reason: reason || (fields.get('status') ?? ''),
    about: fieldsIn(original.split(/\n\r?\n/)[0] ?? '').get('message-id') ?? '',
  }
}

/** Fields as mail has them, the first of each name; what begins with space goes on from the line before. */
function fieldsIn(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}
