import { walkXml } from './xml-walk.ts'

/** How a number of the workbook is to be understood. */
export type NumberFormat = 'plain' | 'percent' | 'day'

/** The formats that every workbook knows without writing them down (ECMA-376 part 1, 18.8.30). */
const builtInPercent = new Set([9, 10])
const builtInDays = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** Excel allows no longer ones. */
const longestCode = 255

/** The format of each cell style, in the order of the workbook's styles; null when they cannot be read. */
export function formatsOf(styles: Uint8Array): readonly NumberFormat[] | null {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isInCellStyles = false
  const isSound = walkXml(styles, {
    opened: (name, attributes) => {
      const id = Number(attributes.get('numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, (attributes.get('formatCode') ?? '').slice(0, longestCode))
      if (name === 'cellXfs') isInCellStyles = true
      if (name === 'xf' && isInCellStyles) formats.push(formatOf(id, codes.get(id)))
    },
    closed: (name) => {
      if (name === 'cellXfs') isInCellStyles = false
    },
  })
  return isSound ? formats : null
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtInPercent.has(id) ? 'percent' : builtInDays.has(id) ? 'day' : 'plain'
  // Words in quotes, escaped letters and colours are shown as they stand and mean nothing for the number.
  const meant = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  if (meant.includes('%')) return 'percent'
  return /[ymdhs]/i.test(meant.replace(/general/gi, '')) ? 'day' : 'plain'
}

const dayInMilliseconds = 86_400_000
/** 31 December 9999, the last day Excel knows. */
const lastSerial = 2_958_465

/**
 * The day that Excel keeps as a number. It counts from 1900, or from 1904 in workbooks that began on old Macs, and
 * believes that 29 February 1900 existed.
 */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  const from1900 = isFrom1904 ? serial + 1462 : serial
  if (!(from1900 >= 0 && from1900 <= lastSerial)) return null
  const start = Date.UTC(1899, 11, from1900 < 60 ? 31 : 30)
  return new Date(start + Math.floor(from1900) * dayInMilliseconds).toISOString().slice(0, 10)
}
