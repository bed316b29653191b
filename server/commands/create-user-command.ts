import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createUserInput } from '../../lib/accounts/create-user'
import { ROLES, SYSTEM } from '../../lib/kernel/actor'
import { canonicalText } from '../../lib/kernel/canonical-text'
import { plainName } from '../../lib/kernel/plain-name'
import { type Command, UsageError } from './command'
import { withHouse } from './with-house'

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const

/** 120 bits in an alphabet that survives being read aloud. */
const makePassword = (): string => randomBytes(15).toString('base64url')

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? ''

const inputOf = (values: { email?: string; name?: string; role?: string }, password: string) => {
  const missing = (['email', 'name', 'role'] as const).filter((option) => !values[option])
  if (missing.length > 0)
    throw new UsageError(`Missing: ${missing.map((option) => `--${option}`).join(', ')}.`)
  const input = createUserInput.safeParse({
    email: values.email,
    name: values.name,
    role: values.role,
    password,
  })
  if (!input.success) {
    const isRole = input.error.issues.some(({ path }) => path[0] === 'role')
    throw new UsageError(
      isRole ? `--role must be one of: ${ROLES.join(', ')}.` : 'One of these is far too long.',
    )
  }
  return input.data
}

export const createUserCommand: Command = {
  summary: 'add an account',
  help: [
    'Usage: npm run stet -- create-user --email <address> --name <name> --role <role> [--password-stdin]',
    '',
    `Roles: ${ROLES.join(', ')}.`,
    'The password is read from standard input with --password-stdin; without it one is made and printed once.',
  ].join('\n'),
  run: async (args, { out, err, readInput, root }) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const given = values['password-stdin'] ? firstLine(await readInput()) : null
    if (given === '') throw new UsageError('Standard input holds no password.')
    const password = given ?? makePassword()
    const input = inputOf(values, password)
    return withHouse(root, async ({ stet }) => {
      const created = await stet.accounts.createUser(SYSTEM, input)
      if (!created.ok) {
        const fields = Object.entries(created.error.fields ?? {}).map(([name, why]) => `  ${name}: ${why}`)
        err([created.error.message, ...fields].join('\n'))
        return 1
      }
      // As it was stored: no control character of an argument reaches the terminal.
      out(
        `Created ${input.role} ${plainName(input.name)} <${canonicalText(input.email, { singleLine: true })}>.`,
      )
      if (given === null) out(`Password (shown once): ${password}`)
      return 0
    })
  },
}
