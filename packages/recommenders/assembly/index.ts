export { bestOfSums } from './best-of-sums'
export { similarRows } from './similar-rows'
