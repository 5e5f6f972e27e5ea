export { recordJobs } from './jobs.ts'
export { recordRoutes } from './pages/routes.tsx'
export { erasureSection, recordsToDo } from './pages/to-do.tsx'
