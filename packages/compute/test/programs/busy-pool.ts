// Nothing but the work of a pool keeps this process alive until it is done.
import { multiplyAsync } from '@clientele/compute'
import { matrix } from '../made.js'

void multiplyAsync(matrix(600, 600), matrix(600, 600), { workers: 2 }).then(() => console.log('worked'))
