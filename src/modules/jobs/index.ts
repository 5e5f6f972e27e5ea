export { defineJob } from './job.ts'
export { enqueue } from './store.ts'
export { startWorker } from './worker.ts'
