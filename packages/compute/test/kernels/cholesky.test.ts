import { describeTwins } from '../twins.js'

describeTwins(
  ['cholesky', 'inversePositiveDefinite'],
  [
    'factorDiagonal',
    'solvePanel',
    'updateTrailing',
    'placeDiagonal',
    'packRightF64',
    'invertRows',
    'gramOfPanels',
    'mirror',
  ],
)
