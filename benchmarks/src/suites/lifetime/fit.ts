import { fitBgNbd, type FittedPurchaseModel, type PurchaseHistories } from '@clientele/rfm'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'

/** The BG/NBD model of the customers of CDNOW, with every option at its default: three starts. */
export const fit: Work = (folders) => {
  const { repeatPurchases, activeSpan, age } = readData(folders['cdnow-histories']!)
  const histories: PurchaseHistories = {
    repeatPurchases: repeatPurchases!.values,
    activeSpan: activeSpan!.values,
    age: age!.values,
    unit: 'weeks',
  }
  return {
    run: () => fitBgNbd(histories),
    answer: ({ parameters, fit: { logLikelihood } }: FittedPurchaseModel) => ({
      numbers: ['r', 'alpha', 'a', 'b'].map((name) => parameters[name]!),
      note: `log-likelihood ${logLikelihood.toFixed(3)}`,
    }),
  }
}
