export { commitmentJobs } from './jobs.ts'
export { hostNotes } from './pages/desk-read.tsx'
export { commitmentRoutes } from './pages/routes.tsx'
export {
  commitmentsSection,
  commitmentsToDo,
  myCommitmentsSection,
  putOffSection,
} from './pages/sections.tsx'
export { plantCommitments } from './seed.ts'
export { commitmentRecordKinds, commitmentRegister, heldInCommitments } from './register-store.ts'
