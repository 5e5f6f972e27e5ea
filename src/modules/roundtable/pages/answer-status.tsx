import type { Locale } from '#platform/values/locale.ts'
import { Status, type StatusTone } from '#ui/status.tsx'
import { shownState } from '../core/counts.ts'
import type { Participant } from '../core/participant.ts'
import { inviteTextsIn } from './texts.ts'

const tones: Readonly<Record<ReturnType<typeof shownState>, StatusTone>> = {
  listed: 'muted',
  invited: 'neutral',
  yes: 'done',
  waiting: 'warning',
  offered: 'good',
  no: 'ended',
  delegated: 'ended',
  withdrawn: 'ended',
}

/** What somebody has answered, as a shape and words. */
export function AnswerStatus({
  participant,
  now,
  locale,
}: {
  readonly participant: Participant
  readonly now: Date
  readonly locale: Locale
}) {
  const state = shownState(participant, now)
  return <Status tone={tones[state]} label={inviteTextsIn(locale).states[state]} />
}
