export { beginDraft } from './actions/begin-draft.ts'
export { receiveMatter, type Receipt } from './actions/receive-matter.ts'
export { mailAnswering } from './mail-answering.ts'
export type { NewMatter } from './core/matter.ts'
export { placeField } from './draft/steps.ts'
export {
  eraseSender,
  heldInMatters,
  matterRecordKinds,
  matterRegister,
  noteExported,
  senderAddress,
} from './register-store.ts'
export { answerErasure, openErasures, type OpenErasure } from './erasure-store.ts'
export { mattersToDo } from './pages/officer/to-do.tsx'
export { inboxRoutes } from './pages/officer/routes.tsx'
export { plantMatters } from './seed.ts'
export { keptMatters } from './kept-matters.ts'
export { partsSection } from './pages/triage/parts-section.tsx'
export { triageRoutes } from './pages/triage/routes.tsx'
export { triageToDo } from './pages/triage/to-do.tsx'
export { receiverJobs } from './receiver-jobs.ts'
export { matterJobs } from './jobs.ts'
export { timeRoutes } from './pages/time/routes.tsx'
export { clockSection, lettersSection } from './pages/time/sections.tsx'
export { entranceJobs } from './entrance-jobs.ts'
export { companySideRoutes } from './pages/company/routes.tsx'
export { reachCompany, type ReachedCompany } from './actions/reach-company.ts'
export { matterNumber } from './core/matter.ts'
export { closedDaysOf, ownDaysOf } from './time-store.ts'
