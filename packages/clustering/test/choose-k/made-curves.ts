import type { Curves } from '../../src/choose-k/curves.js'

/** Curves of 2 to 5 clusters on which all agree on 3; a test changes what it is about. */
export function madeCurves(changes: Partial<Curves> = {}): Curves {
  const wideKs = Int32Array.of(1, 2, 3, 4, 5, 6, 7)
  return {
    ks: Int32Array.of(2, 3, 4, 5),
    wideKs,
    inertias: Float64Array.of(1000, 400, 20, 18, 16, 14.5, 13),
    gap: { ks: wideKs, gaps: Float64Array.of(0, 0.3, 1.24, 1.2, 1.1, 1, 1), standardErrors: new Float64Array(7), k: 3 },
    silhouettes: Float64Array.of(0.5, 0.7512, 0.6, 0.55),
    calinskiHarabasz: Float64Array.of(90, 123.4, 100, 80),
    daviesBouldin: Float64Array.of(0.5, 0.2346, 0.6, 0.7),
    stability: Float64Array.of(0.8, 0.95, 0.6, 0.5),
    silhouettesByChance: Float64Array.of(0.38, 0.4, 0.42),
    ...changes,
  }
}
