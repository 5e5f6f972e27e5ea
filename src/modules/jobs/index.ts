export { defineJob, type Job } from './job.ts'
export { enqueue } from './store.ts'
export { startWorker, type Worker } from './worker.ts'
