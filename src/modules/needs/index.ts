export { needJobs } from './jobs.ts'
export { skillNeedRoutes } from './pages/routes.tsx'
export { plantNeeds } from './seed.ts'
