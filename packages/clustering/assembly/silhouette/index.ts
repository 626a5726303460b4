export { silhouette, silhouetteManhattan } from './silhouette'
