export { hasShared, reference, sharedFile } from './shared.js'
