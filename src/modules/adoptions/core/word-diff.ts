import { diffWordsWithSpace } from 'diff'

/** A run of words that stayed, came or went. */
export interface WordPiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What differs between two texts, word by word. The pieces that are not added make the one, those not removed the other. */
export function wordDiff(before: string, after: string): readonly WordPiece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
