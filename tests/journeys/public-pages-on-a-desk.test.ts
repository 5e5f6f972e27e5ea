import { inspectPublicPages } from './public-pages.ts'

inspectPublicPages('desk')
