export { bestOfDenseSums, bestOfSums } from './best-of-sums'
export { gramRows } from './gram-rows'
export { similarRows } from './similar-rows'
