export { overviewRoutes } from './pages/routes.tsx'
