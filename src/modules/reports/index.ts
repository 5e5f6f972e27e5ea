export { leaderLinks } from './pages/leader-routes.tsx'
export { reportRoutes } from './pages/routes.tsx'
