import { inspectPublicPages } from './public-pages.ts'

inspectPublicPages('phone')
