export { needJobs } from './jobs.ts'
export { skillNeedRoutes } from './pages/routes.tsx'
