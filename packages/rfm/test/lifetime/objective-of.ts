import type { Objective } from '../../src/lifetime/search-line.js'

/** A plain function as steps. */
export function objectiveOf(valueAt: (point: Float64Array, gradient: Float64Array) => number): Objective {
  return function* (point, gradient) {
    yield { stage: 'value', done: 0, total: 1 }
    return valueAt(point, gradient)
  }
}
