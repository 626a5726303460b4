// Works on a pool, and on the shared one, and closes neither.
import { multiplyAsync, openPool } from '@clientele/compute'
import { matrix } from '../made.js'

const pool = openPool({ workers: 2 })
await multiplyAsync(matrix(300, 300), matrix(300, 300), { pool })
await multiplyAsync(matrix(300, 300), matrix(300, 300))
console.log('worked')
