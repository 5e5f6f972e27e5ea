import type { ComponentChildren } from 'preact'
import type { Frame } from './scales.ts'

/** One of the sizes that a chart is drawn in. */
export interface Layout {
  readonly name: 'narrow' | 'wide'
  readonly width: number
  readonly height: number
  readonly frame: Frame
  /** The size of its letters. */
  readonly text: number
  readonly xTicks: number
}

/** What stands inside an `<svg>`, in units of its own. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly text: number
  readonly marks: ComponentChildren
}

/** A sign of the drawing and what it means, written below it. */
export interface Note {
  /** Drawn in a box of `glyphBox`. */
  readonly glyph: ComponentChildren
  readonly text: string
}

/** The size of a sign in a key or a note. */
export const glyphBox = { width: 20, height: 16 } as const
