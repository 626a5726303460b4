import { serveSearch } from '../../src/search/serve-search.js'
import { fitBestSellers, type BestSellerSettings } from './models.js'

/** What workers of the tests load, once bundled. */
export const fit = serveSearch(({ skip, rareFirst }: BestSellerSettings) => {
  if (skip === 999) process.exit(3)
  return fitBestSellers({ skip, ...(rareFirst !== undefined && { rareFirst }) })
})
