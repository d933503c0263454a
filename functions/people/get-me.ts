import { getMe } from '../../contract/people-sign-in'
import { keeper } from '../keeper'
import { meOf } from './open-session'

export default keeper(getMe, async (_input, asked) => meOf(asked.db, asked.person))
