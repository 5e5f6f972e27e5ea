import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whose letter it is, and in which network. */
export interface ReaderKey {
  readonly networkId: string
  readonly personId: string
}

/** The code in a letter's last line, which lets its reader stop the letters without signing in. */
export function leaveCode(secret: string, { networkId, personId }: ReaderKey): string {
  return createHmac('sha256', secret).update(`leave news ${networkId} ${personId}`).digest('base64url')
}

/** Whether the code is that reader's. */
export function isLeaveCode(secret: string, reader: ReaderKey, given: string): boolean {
  const [right, said] = [leaveCode(secret, reader), given].map((text) => Buffer.from(text))
  return right !== undefined && said?.length === right.length && timingSafeEqual(right, said)
}
