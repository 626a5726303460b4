export { similarRows } from './similar-rows'
