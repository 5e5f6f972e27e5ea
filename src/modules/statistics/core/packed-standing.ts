import type { Standing } from './standing.ts'

/** What a standing says, without whose it is. */
type Said = Pick<Standing, 'latestYear' | 'latestValue' | 'common'>

/** In bytes: every packed standing is as long as the next, so that thousands can be sent as one. */
export const packedLength = 26

/** Years, ranks and counts in two bytes each, values in eight. A year of zero: there is no common one. */
export function packStanding({ latestYear, latestValue, common }: Said): Uint8Array {
  const view = new DataView(new ArrayBuffer(packedLength))
  view.setInt16(0, latestYear)
  view.setFloat64(2, latestValue)
  if (common) {
    view.setInt16(10, common.year)
    view.setFloat64(12, common.value)
    view.setInt16(20, common.rank)
    view.setInt16(22, common.alike)
    view.setInt16(24, common.among)
  }
  return new Uint8Array(view.buffer)
}

export function unpackStanding(view: DataView, at: number): Said {
  const year = view.getInt16(at + 10)
  return {
    latestYear: view.getInt16(at),
    latestValue: view.getFloat64(at + 2),
    common:
      year === 0
        ? null
        : {
            year,
            value: view.getFloat64(at + 12),
            rank: view.getInt16(at + 20),
            alike: view.getInt16(at + 22),
            among: view.getInt16(at + 24),
          },
  }
}
