export { newsJobs } from './jobs.ts'
export { newsRoutes } from './pages/routes.tsx'
