import { encode } from 'uqr'

/** A QR code as a drawing: the side of its square, and the path of what is dark in it. */
export interface Qr {
  readonly size: number
  readonly path: string
}

/** The border is of paper, counted in the squares of the code; where the paper around it is white, it need hardly have one. */
export function qrOf(text: string, border = 4): Qr {
  const { data, size } = encode(text, { ecc: 'M', border })
  return {
    size,
    path: data.flatMap((row, y) => darkIn(row).map(([x, long]) => `M${x} ${y}h${long}v1h-${long}z`)).join(''),
  }
}

/** Where each dark stretch of a row begins, and how long it is. */
function darkIn(row: readonly boolean[]): readonly (readonly [from: number, long: number])[] {
  const signs = row.map((isDark) => (isDark ? '#' : ' ')).join('')
  return [...signs.matchAll(/#+/g)].map(({ index, 0: { length } }) => [index, length])
}
