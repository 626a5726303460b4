import { fitYeoJohnson } from '@clientele/clustering'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'
import { denseOf } from './kmeans-works.js'

/** Powers fitted, and the columns transformed and standardized. */
export const powerTransform =
  (name: string): Work =>
  (folders) => {
    const points = denseOf(readData(folders[name]!)['points']!)
    return {
      run: () => {
        const scaler = fitYeoJohnson(points)
        scaler.transform(points)
        return scaler
      },
      answer: ({ parameters }: ReturnType<typeof fitYeoJohnson>) => ({
        numbers: parameters.columns.map(({ lambda }) => lambda),
      }),
    }
  }
