export { writeTo, type Written } from './actions/letters.ts'
export { codesOf } from './code-store.ts'
export { codeTyped } from './core/code.ts'
export { type Event, type EventTable, type Kind, type Question, type Round } from './core/event.ts'
export { lostHosts, type LostHost } from './core/hosts.ts'
export type { Participant } from './core/participant.ts'
export { tableOf, type SeatPlan, type SeatRounds } from './core/seat-plan.ts'
export { digestOf, keyOf } from './key.ts'
export { roundtableJobs } from './jobs.ts'
export type { EventSection, ParticipantSection } from './pages/section.ts'
export { doorAddress, doorQuestion } from './pages/door.ts'
export { comingEvents } from './pages/coming.tsx'
export { roundtableRoutes } from './pages/routes.ts'
export { eventsToDo } from './pages/to-do.tsx'
export { participantInWords } from './pages/words.ts'
export { plantEvent } from './seed.ts'
export {
  eventWith,
  participantHere,
  participantsOf,
  questionsOf,
  roundsOf,
  seatPlanOf,
  tablesOf,
} from './store.ts'
export { eraseParticipant, eventRecordKinds, eventRegister, heldInEvents } from './register-store.ts'
