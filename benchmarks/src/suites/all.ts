import type { Suite } from '../suite.js'
import { clustering } from './clustering/suite.js'
import { compute } from './compute/suite.js'
import { lifetime } from './lifetime/suite.js'
import { metrics } from './metrics/suite.js'
import { recommenders } from './recommenders/suite.js'
import { rfm } from './rfm/suite.js'

/** One suite for each package that has figures to show, in the order of the results. */
export const suites: readonly Suite[] = [clustering, compute, lifetime, metrics, recommenders, rfm]
