import type { Note } from './drawing.ts'
import type { LineFigures } from './line-figures.ts'

/** What the signs in a line chart mean; only those that are there. */
export function lineNotes({ series, breaks = [], signals = [], preliminary }: LineFigures): Note[] {
  const points = series.flatMap((one) => one.points).filter((point) => point.y !== null)
  const notes: Note[] = breaks.map((one) => ({
    glyph: <path class="break" d="M10 0v16" />,
    text: one.explanation,
  }))
  notes.push(
    ...signals.map(({ sign, explanation }) => ({
      glyph: (
        <>
          <circle class="signal" cx="6" cy="8" r="5" />
          <text class="sign" x="16.5" y="12" font-size="12" text-anchor="middle">
            {sign}
          </text>
        </>
      ),
      text: explanation,
    })),
  )
  if (preliminary && points.some((point) => point.isPreliminary))
    notes.push({
      glyph: <circle class="ring ring--front" cx="10" cy="8" r="4.5" />,
      text: preliminary,
    })
  return notes
}
