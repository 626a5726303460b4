import { describeTwins } from '../twins.js'

describeTwins(['topOfRows', 'topProducts'], ['topRows', 'packRightF32', 'topProducts'])
