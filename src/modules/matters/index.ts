export { receiveMatter, type Receipt, type ReceiveRefusal } from './actions/receive-matter.ts'
export { matterNumber, type NewMatter, type Sender } from './core/matter.ts'
export { entranceJobs } from './entrance-jobs.ts'
export { companyRoutes } from './pages/company/routes.tsx'
