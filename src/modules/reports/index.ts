export { leaderLinks } from './pages/leader-routes.tsx'
export { roundReports } from './pages/round-reports.tsx'
export { reportRoutes } from './pages/routes.tsx'
