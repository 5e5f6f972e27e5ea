export { foundingCode } from './founding-code.ts'
export { foundingRoutes, type FoundingEnv } from './pages/routes.tsx'
