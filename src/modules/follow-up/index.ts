export { followUpJobs } from './jobs.ts'
export { followUpRoutes } from './pages/routes.tsx'
export { followUpsToDo } from './pages/to-do.tsx'
