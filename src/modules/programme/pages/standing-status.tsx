import { Status } from '#ui/status.tsx'
import type { Standing } from '../core/status.ts'
import type { StandingWords } from '../core/vocabulary.ts'
import { toneOf } from './words.ts'

interface StandingStatusProps {
  readonly standing: Standing
  readonly words: StandingWords
  /** Where it is the first thing to see. */
  readonly isStrong?: boolean
}

/** How a cell stands: its sign and its word. */
export function StandingStatus({ standing, words, isStrong = false }: StandingStatusProps) {
  const label = words.labels[standing]
  return <Status tone={toneOf[standing]} label={isStrong ? <strong>{label}</strong> : label} />
}
