export { isAbsent } from './attendance-store.ts'
export { seatLetters } from './pages/letters.ts'
export { eventDayRoutes } from './pages/routes.tsx'
export { daySection, mySeatSection } from './pages/sections.tsx'
