import { isSignature, signatureOf } from '#platform/signature.ts'

/** Whose letter it is, and in which network. */
export interface ReaderKey {
  readonly networkId: string
  readonly personId: string
}

/** The code in a letter's last line, which lets its reader stop the letters without signing in. */
export function leaveCode(secret: string, reader: ReaderKey): string {
  return signatureOf(secret, nameOf(reader))
}

/** Whether the code is that reader's. */
export function isLeaveCode(secret: string, reader: ReaderKey, given: string): boolean {
  return isSignature(secret, nameOf(reader), given)
}

function nameOf({ networkId, personId }: ReaderKey): string {
  return `leave news ${networkId} ${personId}`
}
