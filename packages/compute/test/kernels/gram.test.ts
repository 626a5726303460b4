import { describeTwins } from '../twins.js'

// Beyond 128 columns a Gram matrix is made by the kernels of products.
describeTwins(['gram'], ['gramF32', 'gramF64', 'packRightF32', 'packRightF64', 'multiplyF32', 'multiplyF64'])
