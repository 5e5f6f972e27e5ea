export { mailJobs } from './jobs.ts'
export { send, type Letter } from './store.ts'
export { mailboxRoutes } from './pages/routes.tsx'
