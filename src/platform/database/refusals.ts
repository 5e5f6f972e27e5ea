import pg from 'pg'

/** What the database refuses by itself, by its codes: PostgreSQL’s manual, appendix A. */
const codes = {
  'not-permitted': '42501',
  'still-used': '23503',
} as const

/** Whether an error is the database's own refusal of that kind, which an action answers for in its own words. */
export function isRefusedByDatabase(error: unknown, as: keyof typeof codes): boolean {
  return error instanceof pg.DatabaseError && error.code === codes[as]
}
