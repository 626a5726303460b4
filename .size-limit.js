/**
 * What everything a package exports weighs in a bundle, minified and gzipped, with what it pulls from others. `io` has no
 * budget: it is for Node alone.
 */
const budgets = {
  clustering: '9 kB',
  core: '9 kB',
  metrics: '9 kB',
  recommenders: '9 kB',
  rfm: '6 kB',
  'synthetic-data': '12 kB',
}

export default Object.entries(budgets).map(([name, limit]) => ({
  name: `@clientele/${name}`,
  path: `packages/${name}/dist/index.js`,
  gzip: true,
  limit,
}))
