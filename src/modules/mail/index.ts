export { mailJobs } from './jobs.ts'
export { send } from './store.ts'
export { mailboxRoutes } from './pages/routes.tsx'
