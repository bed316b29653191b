import type { Role } from '../kernel/actor'
import { codePoints } from '../kernel/canonical-text'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { nameSkeleton } from '../kernel/name-skeleton'
import { plainName } from '../kernel/plain-name'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { parseEmail } from './email'
import { canonicalPassword, passwordProblem } from './password'
import { userSlug } from './user-slug'

const NAME_MAX = 80

interface Application {
  readonly name: string
  readonly email: string
  /** null: cannot sign in until they are given one. */
  readonly password: string | null
  readonly role: Role
  /** Further words a password must not be. */
  readonly known: readonly string[]
}

const nameProblem = (name: string): string | null => {
  if (!/[\p{L}\p{N}]/u.test(name)) return 'Enter a name with at least one letter or digit.'
  return codePoints(name) > NAME_MAX ? `Use at most ${NAME_MAX} characters.` : null
}

/** Checks what a person typed about an account and makes the row. All fields are judged, so that one answer tells all. */
export const newUser = async (
  { ids, clock, passwordHasher }: Pick<Ports, 'ids' | 'clock' | 'passwordHasher'>,
  { name: rawName, email: rawEmail, password, role, known }: Application,
): Promise<Result<User>> => {
  const name = plainName(rawName)
  const email = parseEmail(rawEmail)
  const problems = fieldProblems({
    name: nameProblem(name),
    email: email ? null : 'Enter an email address, like ada@example.org.',
    password: password === null ? null : passwordProblem(password, [name, email?.address ?? '', ...known]),
  })
  if (!email || problems) return invalidFields(problems ?? {})
  return ok({
    id: ids.random(),
    email: email.address,
    emailKey: email.key,
    name,
    nameKey: nameSkeleton(name),
    slug: userSlug(name),
    role,
    bio: '',
    passwordHash: password === null ? null : await passwordHasher.hash(canonicalPassword(password)),
    disabledAt: null,
    createdAt: clock.now(),
  })
}
