import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a letter's own address and number are made of. */
export interface Signing {
  /** The installation's, by which a reply address is known to be ours. */
  readonly secret: string
  /** `svar@example.org`; undefined where answers by mail are not set up. */
  readonly replyAddress: string | undefined
  /** Who letters come from, `Samsyn <samsyn@example.org>`. */
  readonly from: string
}

const separators = /-/g

/**
 * The address that answers to one letter, and what tells that it came back, go to: `svar+<letter><signature>@example.org`.
 * Whoever has the letter has it; nobody can make up another.
 */
export function replyAddressOf({ secret, replyAddress }: Signing, letter: string): string | null {
  if (replyAddress === undefined) return null
  const at = replyAddress.lastIndexOf('@')
  const id = letter.replace(separators, '')
  return `${replyAddress.slice(0, at)}+${id}${signatureOf(secret, id)}${replyAddress.slice(at)}`
}

/** The letter that one of the addresses is the reply address of; null where none is, or the signature is not ours. */
export function letterAnswered(
  { secret, replyAddress }: Signing,
  addresses: readonly string[],
): string | null {
  if (replyAddress === undefined) return null
  const at = replyAddress.lastIndexOf('@')
  const [before, after] = [`${replyAddress.slice(0, at)}+`, replyAddress.slice(at)]
  for (const address of addresses.map((one) => one.toLowerCase())) {
    if (!address.startsWith(before) || !address.endsWith(after)) continue
    const [, id = '', signature = ''] =
      /^([0-9a-f]{32})([0-9a-f]{16})$/.exec(address.slice(before.length, -after.length)) ?? []
    if (id !== '' && isSame(signature, signatureOf(secret, id)))
      return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  return null
}

/** The Message-ID of a letter of ours. */
export function messageIdOf(signing: Signing, letter: string): string {
  return `<${letter}.samsyn@${domainOf(signing)}>`
}

/** What all letters about one matter refer to, so that mail programs show them as one conversation. */
export function threadIdOf(signing: Signing, matter: string): string {
  return `<${matter}.matter.samsyn@${domainOf(signing)}>`
}

/** The letter that has that Message-ID, if it is one of ours. */
export function letterWithMessageId(messageId: string): string | null {
  return (
    /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.samsyn@[^<>\s]+>?$/.exec(messageId.trim())?.[1] ?? null
  )
}

/** Whether what was handed in was signed with the secret: `sha256=` and the digest in hexadecimal. */
export function isSignedBody(secret: string, body: Uint8Array, signature: string): boolean {
  return isSame(signature, `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
}

function signatureOf(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`reply to ${id}`).digest('hex').slice(0, 16)
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function domainOf({ replyAddress, from }: Signing): string {
  return /@([^@>\s]+)>?$/.exec(replyAddress ?? from)?.[1] ?? 'localhost'
}
