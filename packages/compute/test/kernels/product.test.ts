import { describeTwins } from '../twins.js'

describeTwins(['multiply'], ['packRightF32', 'packRightF64', 'multiplyF32', 'multiplyF64'])
