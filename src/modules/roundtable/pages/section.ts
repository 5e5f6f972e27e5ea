import type { VNode } from 'preact'
import type { Visit } from '#modules/accounts'
import type { Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'

/** What another module shows on a member's page of an event; null where it has nothing to say. */
export type EventSection = (visit: Visit, event: Event) => Promise<VNode | null>

/** What another module shows on a participant's own page; `visit` carries their key. */
export type ParticipantSection = (
  visit: Visit,
  event: Event,
  participant: Participant,
) => Promise<VNode | null>
