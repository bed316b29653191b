import type { Ports } from '../ports'
import { codePoints } from '../kernel/canonical-text'
import { nameSkeleton } from '../kernel/name-skeleton'
import { plainName } from '../kernel/plain-name'
import { type Result, fail, ok } from '../kernel/result'
import { COMMENT_LIMITS } from './comment'

/** The name that stands under a comment; '' for none given. */
export interface DisplayName {
  readonly name: string
  /** Skeleton, compared with those of the staff. */
  readonly nameKey: string
}

const refuse = (sentence: string): Result<never> => fail('invalid', sentence, { fields: { name: sentence } })

/** The name a guest typed as it may stand under a comment ('' for none). Nobody may pass for one of the staff. */
export const guestName = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  typed: string,
): Promise<Result<DisplayName>> => {
  const name = plainName(typed.toWellFormed().normalize('NFKC'))
  const nameKey = nameSkeleton(name)
  if (codePoints(name) > COMMENT_LIMITS.name) {
    return refuse(`A name may have at most ${COMMENT_LIMITS.name} characters. Please shorten it.`)
  }
  if (nameKey !== '' && (await accountStore.isStaffName(nameKey))) {
    return refuse('This name belongs to somebody who works here. Please choose another one.')
  }
  return ok({ name, nameKey })
}
