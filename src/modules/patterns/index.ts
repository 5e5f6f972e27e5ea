export { patternJobs } from './jobs.ts'
export { noteOf, type LeaderNote } from './pages/note.ts'
export { patternRoutes } from './pages/routes.tsx'
export { patternsOfIntervention, patternsToDo } from './pages/section.tsx'
/** @public Round tables read them. */
export { themes } from './reads.ts'
export { plantPatterns } from './seed.ts'
