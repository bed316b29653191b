import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { User } from './account-store'

/** Nobody may carry a name that can be taken for one of the staff's. */
export const unlikeStaff = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  user: User,
): Promise<Result<User>> =>
  (await accountStore.isStaffName(user.nameKey))
    ? fail('invalid', 'Somebody on the staff has a name that looks like this one.', {
        fields: {
          name: 'Somebody on the staff has a name that looks like this one. Add an initial or a surname.',
        },
      })
    : ok(user)

/** The refusal where another account has this address, at its field. */
export const emailTaken = (): Result<never> =>
  fail('conflict', 'There is already an account with this email address.', {
    fields: { email: 'There is already an account with this address.' },
  })
