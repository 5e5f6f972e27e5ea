export { askJobs } from './jobs.ts'
export { askRoutes } from './pages/routes.tsx'
export { askRecordKinds, askRegister, eraseRecipient, heldInAsks } from './register-store.ts'
export { plantAsks } from './seed.ts'
