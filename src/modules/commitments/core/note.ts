/** Who said what a note tells: a kind, never a name. */
export const voices = ['company', 'leadership', 'guest', 'table'] as const
export type Voice = (typeof voices)[number]

/** One text that a note has had. Empty takes the note away. */
export interface NoteText {
  /** Made on the device that it was written on. */
  readonly id: string
  /** Higher than that of the text it was written over. */
  readonly turn: number
  readonly voice: Voice
  readonly text: string
  /** By the clock of the device. */
  readonly writtenAt: Date
}

/** What was said at a table, with all the texts it has had. */
export interface Note {
  readonly id: string
  readonly table: string
  readonly round: number
  readonly question: string | null
  readonly begunAt: Date
  readonly texts: readonly NoteText[]
  /** The id of the matter that it became; null when it became none. */
  readonly matter: string | null
}

/**
 * The texts of a note, the latest first; each once, however often and in whatever order they came. Whoever has written
 * over a text comes after it; of two who wrote without knowing of each other, the later one does.
 */
export function inOrder(texts: readonly NoteText[]): readonly NoteText[] {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return [...byId.values()].toSorted(
    (a, b) =>
      b.turn - a.turn ||
      b.writtenAt.getTime() - a.writtenAt.getTime() ||
      (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
  )
}

/** What a note says now; undefined once it is taken away. */
export function saidIn(note: Pick<Note, 'texts'>): NoteText | undefined {
  const [latest] = inOrder(note.texts)
  return latest && latest.text !== '' ? latest : undefined
}
