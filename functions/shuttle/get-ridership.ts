import { getRidership } from '../../contract/shuttle-vehicles'
import { keeper } from '../keeper'
import { countRidership } from './count-ridership'

export default keeper(getRidership, (input, asked) => countRidership(asked, input))
