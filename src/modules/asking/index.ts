export { askJobs } from './jobs.ts'
export { askRoutes } from './pages/routes.tsx'
export { plantAsks } from './seed.ts'
