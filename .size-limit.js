/** What one import of a package may weigh in a bundle, minified and gzipped, with everything it pulls from others. */
const budgets = {
  core: '9 kB',
  clustering: '9 kB',
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
