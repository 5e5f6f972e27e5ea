export { foundingCode } from './founding-code.ts'
export { foundingRoutes } from './pages/routes.tsx'
