import {
  bulkListsOf,
  positionOf,
  type BulkLists,
  type Id,
  type IdIndex,
  type ListBlock,
  type Steps,
} from '@clientele/core'
import type { EvaluationCases } from './evaluation-cases.js'
import type { EvaluatedModel, EvaluationProtocol } from './evaluation.js'
import { EMPTY } from './recommended-lists.js'

/**
 * The lists of all customers of a split, made by the model in bulk: the answers that it gives when it is asked one by one.
 *
 * `undefined` where it has to be asked so: it cannot do it, customers have allow-lists of their own, or something went wrong, which
 * an error then tells of that names the customer.
 * @returns customers × k positions in the products of the cases
 */
export function* bulkAnswers<C extends Id>(
  model: EvaluatedModel<C>,
  { customers, products }: Pick<EvaluationCases<C>, 'customers' | 'products'>,
  { k, repurchases, candidates, negatives }: EvaluationProtocol,
): Steps<Int32Array | undefined> {
  const bulk = candidates === undefined && negatives === undefined ? bulkListsOf<C>(model) : undefined
  if (bulk === undefined) return undefined
  const total = customers.ids.length
  const answers = new Answers(renumbering(bulk.products, products), total, k)
  const asked = { n: k, includeSeen: repurchases === 'include' }
  const steps = bulk.steps(customers.ids, asked, (block) => answers.take(block))
  return (yield* succeeds(steps)) && answers.done === total ? answers.lists : undefined
}

/** Lists as they come. */
class Answers {
  /** How many have come. */
  done = 0
  /** Customers × k positions in the products of the cases. */
  readonly lists: Int32Array
  /** Product of the model → the last list that has it, counted from 1. */
  private readonly listedBy: Int32Array

  constructor(
    private readonly positions: Int32Array,
    total: number,
    private readonly k: number,
  ) {
    this.lists = new Int32Array(total * k).fill(EMPTY)
    this.listedBy = new Int32Array(positions.length)
  }

  /** @throws Error, which only says that the customer has to be asked: their answer is then refused with a reason */
  take({ offsets, items }: ListBlock): void {
    for (let r = 0; r + 1 < offsets.length; r++) {
      const length = offsets[r + 1]! - offsets[r]!
      if (length > this.k) throw new Error('too long')
      const to = this.done++ * this.k
      for (let place = 0; place < length; place++) {
        const item = items[offsets[r]! + place]!
        if (!(this.listedBy[item]! < this.done)) throw new Error('unknown, or listed before')
        this.listedBy[item] = this.done
        this.lists[to + place] = this.positions[item]!
      }
    }
  }
}

/** A model's products as positions in those of the cases; one that is not among them has their number. O(products). */
function renumbering(from: IdIndex, to: IdIndex): Int32Array {
  const positions = new Int32Array(from.ids.length)
  for (let i = 0; i < positions.length; i++) {
    const position = positionOf(to, from.ids[i]!)
    positions[i] = position < 0 ? to.ids.length : position
  }
  return positions
}

/** Whether steps and their tasks came to an end without an error. */
function* succeeds(steps: ReturnType<BulkLists['steps']>): Steps<boolean> {
  let failed = false
  try {
    for (const step of steps) {
      if (!('runBlock' in step)) yield step
      else {
        yield {
          blocks: step.blocks,
          runBlock(block) {
            try {
              if (!failed) step.runBlock(block)
            } catch {
              failed = true
            }
          },
        }
      }
      if (failed) return false
    }
    return true
  } catch {
    return false
  }
}
