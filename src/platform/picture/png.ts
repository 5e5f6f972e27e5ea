import { renderAsync } from '@resvg/resvg-js'
import { pictureFamily, withFontFiles } from './fonts.ts'

interface PngOptions {
  /** In pixels; the height follows the drawing's own proportions. */
  readonly width: number
}

/** Wider than any screen or page needs; a picture takes four bytes of memory for each pixel. */
const widest = 4000

/**
 * An SVG document as a PNG picture on white ground. It is drawn on a thread of its own, with the program's own fonts: the
 * picture is the same on every machine. Rejects when the document is no SVG.
 */
export async function pngOf(svg: string, { width }: PngOptions): Promise<Uint8Array> {
  if (!Number.isInteger(width) || width < 1 || width > widest)
    throw new RangeError(`A picture is between 1 and ${widest} pixels wide, not ${width}`)
  const image = await withFontFiles(async (fontFiles) =>
    renderAsync(svg, {
      fitTo: { mode: 'width', value: width },
      background: '#ffffff',
      font: {
        loadSystemFonts: false,
        fontFiles: [...fontFiles],
        defaultFontFamily: pictureFamily,
        sansSerifFamily: pictureFamily,
      },
    }),
  )
  return image.asPng()
}
