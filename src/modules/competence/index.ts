export { factNames } from './core/facts.ts'
export { supportRoutes } from './pages/routes.tsx'
export { plantSupports } from './seed.ts'
