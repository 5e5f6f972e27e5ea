import { genders } from './figure.ts'
import type { Standing } from './standing.ts'

/** In bytes: every packed standing is as long as the next, so that a place's thousands can be sent as one. */
const packedLength = 32

/** All but the place: numbers in two bytes, the series in four, values in eight. A year of zero: there is no common one. */
export function packStanding({ series, gender, latestYear, latestValue, common }: Standing): Uint8Array {
  const view = new DataView(new ArrayBuffer(packedLength))
  view.setInt32(0, series)
  view.setInt16(4, genders.indexOf(gender))
  view.setInt16(6, latestYear)
  view.setFloat64(8, latestValue)
  if (common) {
    view.setInt16(16, common.year)
    view.setFloat64(18, common.value)
    view.setInt16(26, common.rank)
    view.setInt16(28, common.alike)
    view.setInt16(30, common.among)
  }
  return new Uint8Array(view.buffer)
}

/** The standings of a place, packed one after the other. */
export function unpackStandings(place: string, packed: Uint8Array): readonly Standing[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  return Array.from({ length: packed.length / packedLength }, (_, index) =>
    standingAt(place, view, index * packedLength),
  )
}

function standingAt(place: string, view: DataView, at: number): Standing {
  const year = view.getInt16(at + 16)
  return {
    place,
    series: view.getInt32(at),
    gender: genders[view.getInt16(at + 4)] ?? 'all',
    latestYear: view.getInt16(at + 6),
    latestValue: view.getFloat64(at + 8),
    common:
      year === 0
        ? null
        : {
            year,
            value: view.getFloat64(at + 18),
            rank: view.getInt16(at + 26),
            alike: view.getInt16(at + 28),
            among: view.getInt16(at + 30),
          },
  }
}
