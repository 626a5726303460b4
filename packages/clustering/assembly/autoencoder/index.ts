export { passRows, trainRows } from './train'
