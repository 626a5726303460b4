import { BULK_LISTS, positionOf, type BulkLists, type Id } from '@clientele/core'
import { blockSteps, blocksOf, blocksOfAsync, listMaker, type BlockMaker } from './bulk/blocks.js'
import type { Recommendation, Recommender } from './recommender.js'
import type { RecommendOptions } from './rules/options.js'
import { rulesOf, type Rules } from './rules/rules.js'
import { allScores, explanationOf, scoreOf } from './tiers/answers.js'
import type { Choice } from './tiers/choices.js'
import { listOf } from './tiers/list-of.js'
import { ScratchRows } from './tiers/scratch-rows.js'
import type { Standing, Standings } from './tiers/standing.js'
import { STANDINGS, type WithStandings } from './tiers/standings-of.js'

/** What a recommender is made of. */
export interface RecommenderParts<C extends Id, P extends Id>
  extends Pick<Recommender<C, P>, 'name' | 'customers' | 'products' | 'history' | 'save'>, Standings<C, P> {}

/** How the lists of many customers are made for whoever evaluates the recommender. */
interface InBulk<C extends Id> {
  readonly [BULK_LISTS]: BulkLists<C>
}

/** The interface over what a model or a combination says of somebody: each method exists here, once. */
export function recommenderOf<C extends Id, P extends Id>(parts: RecommenderParts<C, P>): WithStandings<C, P> {
  const { name, customers, products, history, save, ofCustomer, ofHistory, maker } = parts
  const scratch = new ScratchRows(products.ids.length)
  const methods = { ...lists(parts, scratch), ...scoresAndReasons(parts, scratch) }
  return {
    name,
    customers,
    products,
    history,
    save,
    ...methods,
    [STANDINGS]: { ofCustomer, ofHistory, maker, methods },
  }
}

function lists<C extends Id, P extends Id>(
  { customers, products, ofCustomer, ofHistory, maker }: RecommenderParts<C, P>,
  scratch: ScratchRows,
): Pick<Recommender<C, P>, 'recommend' | 'recommendFor' | 'recommendAll' | 'recommendAllAsync'> & InBulk<C> {
  const choicesOf = (standing: Standing<P> | undefined, rules: Rules): Choice[] =>
    standing === undefined ? [] : listOf(standing, rules, scratch)
  const named = (choices: readonly Choice[]): Recommendation<P>[] =>
    choices.map(({ position, score, source }) => ({ item: products.ids[position]!, score, source }))
  const makerOf = (fn: string, chosen: readonly C[], options: RecommendOptions<P>): BlockMaker => {
    const rules = rulesOf(fn, options, products)
    const listAt = (number: number) => choicesOf(ofCustomer(chosen[number]!), rules)
    return maker?.(chosen, rules, listAt) ?? listMaker(listAt)
  }
  const recommend: Recommender<C, P>['recommend'] = (customer, options = {}) => {
    const rules = rulesOf('recommend', options, products)
    return named(choicesOf(ofCustomer(customer), rules))
  }
  return {
    recommend,
    [BULK_LISTS]: {
      recommend,
      products,
      steps: (chosen, asked, take) => blockSteps(chosen.length, makerOf('recommend', chosen, asked), take),
    },
    recommendFor(given, options = {}) {
      const standing = ofHistory('recommendFor', given)
      return named(choicesOf(standing, rulesOf('recommendFor', options, products)))
    },
    recommendAll({ customers: chosen = customers.ids, ...options } = {}) {
      return blocksOf(chosen.length, makerOf('recommendAll', chosen, options))
    },
    recommendAllAsync({ customers: chosen = customers.ids, ...options } = {}) {
      return blocksOfAsync(chosen.length, makerOf('recommendAllAsync', chosen, options), options)
    },
  }
}

function scoresAndReasons<C extends Id, P extends Id>(
  { products, ofCustomer, ofHistory }: RecommenderParts<C, P>,
  scratch: ScratchRows,
): Pick<Recommender<C, P>, 'score' | 'scoreFor' | 'scoreAll' | 'scoreAllFor' | 'explain' | 'explainFor'> {
  const ifKnown = <T>(item: P, answer: (position: number) => T): T | undefined => {
    const position = positionOf(products, item)
    return position < 0 ? undefined : answer(position)
  }
  const score = (standing: Standing<P> | undefined, item: P) =>
    standing && ifKnown(item, (position) => scoreOf(standing, position))
  const all = (standing: Standing<P>) => allScores(standing, products.ids.length, scratch)
  const explain = (standing: Standing<P> | undefined, item: P) =>
    standing && ifKnown(item, (position) => explanationOf(standing, position, products))
  return {
    score: (customer, item) => score(ofCustomer(customer), item),
    scoreFor: (given, item) => score(ofHistory('scoreFor', given), item),
    scoreAll(customer) {
      const standing = ofCustomer(customer)
      return standing && all(standing)
    },
    scoreAllFor: (given) => all(ofHistory('scoreAllFor', given)),
    explain: (customer, item) => explain(ofCustomer(customer), item),
    explainFor: (given, item) => explain(ofHistory('explainFor', given), item),
  }
}
