export { isInReach, isOpenOn, reachMinutes, type Course } from './core/course.ts'
export { coursesOf, travelBetween } from './store.ts'
