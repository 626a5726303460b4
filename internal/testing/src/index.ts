export { readmeModule } from './readme-module.js'
export { hasShared, reference, sharedFile } from './shared.js'
