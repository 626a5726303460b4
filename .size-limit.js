/**
 * What everything a package exports weighs in a bundle, minified and gzipped, with what it pulls from others and what it
 * re-exports from core. `io` has no budget: it is for Node alone.
 */
const budgets = {
  clustering: '90 kB',
  compute: '18 kB',
  core: '12.5 kB',
  metrics: '33 kB',
  recommenders: '46 kB',
  rfm: '26.5 kB',
  'synthetic-data': '9 kB',
}

const whole = Object.entries(budgets).map(([name, limit]) => ({
  name: `@clientele/${name}`,
  path: `packages/${name}/dist/index.js`,
  gzip: true,
  limit,
}))

/** The function `rfm` alone, for who has the order log already. */
const rfmAlone = {
  name: '@clientele/rfm, rfm alone',
  path: 'packages/rfm/dist/index.js',
  import: '{ rfm }',
  gzip: true,
  limit: '6 kB',
}

/** One function of clustering, with the kernels, the pool and all else it needs. */
const kmeansAlone = {
  name: '@clientele/clustering, kmeans alone',
  path: 'packages/clustering/dist/index.js',
  import: '{ kmeans }',
  gzip: true,
  limit: '16 kB',
}

/** Neighbours of products with a fallback: without the linear algebra that EASE needs. */
const itemKnnAlone = {
  name: '@clientele/recommenders, item kNN with popularity',
  path: 'packages/recommenders/dist/index.js',
  import: '{ fitItemKnn, fitPopularity, withFallback }',
  gzip: true,
  limit: '25.5 kB',
}

/** Scores and named segments, for who has the order log already. */
const rfmSegments = {
  name: '@clientele/rfm, scores and segments',
  path: 'packages/rfm/dist/index.js',
  import: '{ rfm, nameSegments, summarizeSegments, classicSegments, quartileSegments }',
  gzip: true,
  limit: '7.5 kB',
}

export default [...whole, rfmAlone, rfmSegments, kmeansAlone, itemKnnAlone]
