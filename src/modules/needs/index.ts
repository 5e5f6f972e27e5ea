export { needJobs } from './jobs.ts'
export { skillNeedRoutes } from './pages/routes.tsx'
export { plantNeeds } from './seed.ts'
export { eraseNeed, erasePooled, heldInNeeds, needRecordKinds, needRegister } from './register-store.ts'
