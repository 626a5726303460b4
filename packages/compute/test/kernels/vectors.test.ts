import { describeTwins } from '../twins.js'

describeTwins(
  ['timesVector', 'squaredDistances', 'sparseTimesDense'],
  ['timesVectorF32', 'timesVectorF64', 'squaredDistances', 'sparseTimesDense'],
)
