export { historyOf, latestEntries, record, type AuditEntry } from './store.ts'
