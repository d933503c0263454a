import type { Day } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { togetherBy } from '../together'
import type { OpenSurvey } from './open-survey'
import { responseKeys, type StagedResponse, sealResponse } from './sealed-response'

/** Answers as the statement takes them (see the type response_wish). */
interface ResponseWish {
  survey: string
  revision: number
  /** RFC 3339. */
  handed_in_at: string
  person: string | null
  is_paper: boolean
  /** Of an anonymous survey, in Base64; else `answers` and `day`. */
  sealed: string | null
  answers: StagedResponse['answers'] | null
  day: Day | null
}

/** SUBMITTED only after the commit. */
type ResponseOutcome =
  | 'SUBMITTED'
  | 'NO_SUCH_SURVEY'
  | 'NOT_OPEN'
  | 'OTHER_VERSION'
  | 'NOT_FOR_YOU'
  | 'ALREADY_ANSWERED'

const submitTogether = togetherBy<ResponseWish, ResponseOutcome>({
  name: 'submit-responses',
  text: 'SELECT "position", outcome FROM submit_responses($1, $2)',
})

/**
 * Hands in answers, together with others of the institution that come at this moment; the statement judges once more
 * whether the survey takes them and claims the one place of the person. Of an anonymous survey they are sealed, and
 * nothing joins them to whom they are of (docs/decisions/0033). `personId`: undefined for anonymous paper. `day`: today
 * where the institution is.
 */
export async function handIn(
  { cloud, orgId, now }: Pick<AskedByPerson, 'cloud' | 'orgId' | 'now'>,
  { surveyId, revision, isAnonymous }: OpenSurvey,
  response: StagedResponse,
  { personId, day }: { personId: string | undefined; day: Day },
): Promise<ResponseOutcome> {
  const [key] = await responseKeys(cloud)
  const kept = isAnonymous
    ? { sealed: sealResponse(response, key).toString('base64'), answers: null, day: null }
    : { sealed: null, answers: response.answers, day }
  return submitTogether(cloud.pool, orgId, {
    survey: surveyId,
    revision,
    handed_in_at: new Date(now).toISOString(),
    person: personId ?? null,
    is_paper: response.isPaper,
    ...kept,
  })
}
