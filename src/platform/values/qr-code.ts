import { encode } from 'uqr'

/** A text as a QR code: one path of its dark squares, in a field of so many squares with the pale rim that cameras need. */
export function qrCode(text: string, rim = 4): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: rim })
  const path = data
    .flatMap((row, y) => darkIn(row).map(([x, long]) => `M${x} ${y}h${long}v1h-${long}z`))
    .join('')
  return { size, path }
}

/** Where each dark stretch of a row begins, and how long it is. */
function darkIn(row: readonly boolean[]): readonly (readonly [from: number, long: number])[] {
  const signs = row.map((isDark) => (isDark ? '#' : ' ')).join('')
  return [...signs.matchAll(/#+/g)].map(({ index, 0: { length } }) => [index, length])
}
