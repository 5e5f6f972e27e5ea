import { addressOf } from '#ui/addresses.ts'

/** What the door's page calls what is looked for. */
export const doorQuestion = { sv: 'sok', en: 'search' } as const

/** Where whoever keeps the door finds somebody by their short code: what a camera reads from a phone or a badge. */
export function doorAddress(origin: string, event: string, code: string): string {
  return `${origin}${addressOf('checkIn', 'sv', { event })}?${new URLSearchParams({ [doorQuestion.sv]: code })}`
}
