/** How much is read at most. What is larger is refused before it is unpacked or parted into cells. */
export interface Limits {
  readonly bytes: number
  /** All files of a workbook together, as its directory promises them. */
  readonly unpackedBytes: number
  readonly cells: number
  /** So many problems are told one by one. */
  readonly problems: number
}

/** Room for every municipality, both genders and fifty years, many times over. */
export const usualLimits: Limits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  cells: 500_000,
  problems: 200,
}
