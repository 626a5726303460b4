export { denseOf, type Dense, type DenseInput } from '@clientele/core'
export type { Curve, Direction } from './knee/difference-curve.js'
export { distinctRows, type DistinctRows } from './distinct-rows.js'
export { elbow, elbowAsync, type Elbow } from './kmeans/elbow.js'
export { kmeans, kmeansAsync } from './kmeans/kmeans.js'
export type { CentroidClustering, KmeansClustering } from './kmeans/kmeans-clustering.js'
export type { ElbowOptions, GivenStart, KmeansOptions, KmeansSettings, SeededStart } from './kmeans/kmeans-options.js'
export {
  bisectingKMeans,
  bisectingKMeansAsync,
  type BisectingKMeansOptions,
} from './kmeans-variants/bisecting-kmeans.js'
export type { DistanceFunction, DistanceName } from './kmeans-variants/distances.js'
export {
  kmeansWithDistance,
  kmeansWithDistanceAsync,
  type DistanceClustering,
  type DistanceKMeansOptions,
} from './kmeans-variants/kmeans-with-distance.js'
export {
  miniBatchKMeans,
  miniBatchKMeansAsync,
  type MiniBatchKMeansOptions,
} from './kmeans-variants/mini-batch-kmeans.js'
export { nearest, nearestAsync, type Nearest } from './kmeans/nearest.js'
export { kneedle, type Knee, type KneedleOptions } from './knee/kneedle.js'
export { dbscan, dbscanAsync, type DbscanOptions, type DensityClustering } from './density/dbscan.js'
export { gaussianMixture, gaussianMixtureAsync, type GaussianMixture } from './mixture/gaussian-mixture.js'
export { mixtureMemberships, type MixtureMemberships } from './mixture/mixture-memberships.js'
export type { CovarianceShape, GaussianMixtureOptions } from './mixture/mixture-options.js'
export { cutDendrogram, type CutClustering, type DendrogramCut } from './hierarchy/cut-dendrogram.js'
export type { Dendrogram } from './hierarchy/dendrogram.js'
export { linkage, linkageAsync, type LinkageMethod } from './hierarchy/linkage.js'
export type { HierarchyOptions } from './hierarchy/tree-of-rows.js'
export { ward, wardAsync } from './hierarchy/ward.js'
export { alignLabels, type AlignedLabels } from './comparison/align-labels.js'
export {
  adjustedRand,
  compareLabels,
  completeness,
  homogeneity,
  normalizedMutualInformation,
  vMeasure,
  type LabelAgreement,
  type MutualInformationOptions,
} from './comparison/label-agreement.js'
export { calinskiHarabasz } from './indices/calinski-harabasz.js'
export { daviesBouldin } from './indices/davies-bouldin.js'
export type { IndexOptions } from './indices/labelled-rows.js'
export {
  explainClusters,
  type ClusterExplanation,
  type ExplanationOptions,
  type FeatureDifference,
} from './explanation/explain-clusters.js'
export { featureImportance, type FeatureImportance } from './explanation/feature-importance.js'
export {
  permutationImportance,
  permutationImportanceAsync,
  type PermutationImportance,
  type PermutationOptions,
} from './explanation/permutation-importance.js'
export type { ChainParameters, ScalerParameters } from './preparation/any-kind.js'
export type { ColumnChoice, Features } from './preparation/features.js'
export { chainFrom, fitChain, fitChainAsync, type AsyncFitStep, type FitStep } from './preparation/fit-chain.js'
export { scalerFrom } from './preparation/scaler-from.js'
export { boxCoxFrom, fitBoxCox, fitBoxCoxAsync, type BoxCoxParameters } from './preparation/fit-box-cox.js'
export { fitLog1p, log1pFrom, type Log1pParameters } from './preparation/fit-log1p.js'
export { fitMinMax, minMaxFrom, type MinMaxColumn, type MinMaxParameters } from './preparation/fit-min-max.js'
export { fitRobust, robustFrom, type RobustColumn, type RobustParameters } from './preparation/fit-robust.js'
export { fitStandard, standardFrom, type StandardColumn, type StandardParameters } from './preparation/fit-standard.js'
export {
  fitWinsorize,
  winsorizeFrom,
  type WinsorizeColumn,
  type WinsorizeOptions,
  type WinsorizeParameters,
} from './preparation/fit-winsorize.js'
export {
  fitYeoJohnson,
  fitYeoJohnsonAsync,
  yeoJohnsonFrom,
  type YeoJohnsonParameters,
} from './preparation/fit-yeo-johnson.js'
export type { PowerColumn, PowerOptions } from './preparation/power/power-family.js'
export type { KindParameters, NamedColumn } from './preparation/scaler-kind.js'
export type { Rescale, Scaler } from './preparation/scaler.js'
export { silhouette, silhouetteAsync, type Silhouette, type SilhouetteOptions } from './indices/silhouette.js'
export { fitPca, fitPcaAsync, type PcaOptions } from './shape/pca.js'
export { pcaFrom, type Pca, type PcaParameters } from './shape/pca-model.js'
export { fitAutoencoder, fitAutoencoderAsync, type FittedAutoencoder } from './shape/autoencoder/autoencoder.js'
export { autoencoderFrom, type Autoencoder, type AutoencoderParameters } from './shape/autoencoder/autoencoder-model.js'
export { type AutoencoderOptions } from './shape/autoencoder/settings.js'
export {
  sampledSilhouette,
  sampledSilhouetteAsync,
  type SampledSilhouette,
  type SampledSilhouetteOptions,
} from './indices/sampled-silhouette.js'
export { gapStatistic, gapStatisticAsync, type GapOptions, type GapStatistic } from './indices/gap-statistic.js'
export {
  bootstrapStability,
  bootstrapStabilityAsync,
  type BootstrapStability,
  type StabilityOptions,
} from './indices/bootstrap-stability.js'
export { chooseK, chooseKAsync, type ChooseKOptions, type ChosenK } from './choose-k/choose-k.js'
export type { Vote } from './choose-k/votes.js'
