import type { EvaluationCases } from '../evaluation/evaluation-cases.js'
import { evaluationProtocol } from '../evaluation/evaluation-protocol.js'
import type { EvaluationProtocol, EvaluationSplit } from '../evaluation/evaluation.js'
import { splitCases } from '../evaluation/judge-model.js'
import { customerShare } from './customer-share.js'
import type { SearchRun } from './judge-run.js'
import type { SearchProtocol } from './search-options.js'

/** A split as a run needs it. */
export interface RunSplit {
  /** The split with the run's share of the customers. */
  readonly split: EvaluationSplit
  /** What `evaluate` makes of it before it asks a model: left to be made where the caller has a judge of their own. */
  readonly judgedBy: () => { readonly protocol: EvaluationProtocol; readonly cases: EvaluationCases }
}

/** Gives a run what it needs of its split. */
export type RunSplits = (whole: EvaluationSplit, run: Pick<SearchRun, 'share'>) => RunSplit

/**
 * What runs need of their splits, made once for all settings that are tried on them.
 *
 * Of each split the share asked for last is kept: the rounds of a search have one share each.
 */
export function runSplits({ evaluate }: Pick<SearchProtocol, 'evaluate'>): RunSplits {
  const made = new Map<EvaluationSplit, { readonly share: number; readonly own: RunSplit }>()
  return (whole, { share }) => {
    const known = made.get(whole)
    if (known?.share === share) return known.own
    const own = runSplit(customerShare(whole, share, evaluate.seed ?? 0), evaluate)
    made.set(whole, { share, own })
    return own
  }
}

function runSplit(split: EvaluationSplit, options: SearchProtocol['evaluate']): RunSplit {
  let judged: ReturnType<RunSplit['judgedBy']> | undefined
  return {
    split,
    judgedBy() {
      if (judged === undefined) {
        const protocol = evaluationProtocol(split, options)
        judged = { protocol, cases: splitCases(split, protocol) }
      }
      return judged
    },
  }
}
