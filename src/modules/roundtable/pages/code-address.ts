import { addressOf } from '#ui/addresses.ts'

/** The name by which the door is asked for somebody. */
export const codeSearch = { sv: 'sok', en: 'search' } as const

/** Where a participant's short code finds them at the door: what the QR codes on phones and badges say. */
export function codeAddress(origin: string, event: string, code: string): string {
  return `${origin}${addressOf('checkIn', 'sv', { event })}?${new URLSearchParams({ [codeSearch.sv]: code })}`
}
