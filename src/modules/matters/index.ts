export { receiveMatter, type Receipt, type ReceiveRefusal } from './actions/receive-matter.ts'
export { matterNumber, type NewMatter, type Sender } from './core/matter.ts'
export { matterJobs } from './jobs.ts'
