export { withinLimit } from './check'
export { assignRows, nearestRows, ownDistances } from './assign'
export { addMoves } from './cluster-sums'
export { potentials, lowerDistances } from './seed'
