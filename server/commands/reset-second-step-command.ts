import { parseArgs } from 'node:util'
import { parseEmail } from '../../lib/accounts/email'
import { SYSTEM } from '../../lib/kernel/actor'
import { plainName } from '../../lib/kernel/plain-name'
import { type Command, UsageError } from './command'
import { withHouse } from './with-house'

export const resetSecondStepCommand: Command = {
  summary: 'let somebody in who has lost their app and their recovery codes',
  help: [
    'Usage: npm run stet -- reset-second-step --email <address>',
    '',
    'Their password alone opens the account again, until they switch codes on anew. All their devices are signed out,',
    'and the log says that it was done here.',
  ].join('\n'),
  run: async (args, { out, err, root }) => {
    const { values } = parseArgs({ args: [...args], options: { email: { type: 'string' } } })
    const email = parseEmail(values.email ?? '')
    if (!email) throw new UsageError('--email must be the address of an account.')
    return withHouse(root, async ({ stet }) => {
      const reset = await stet.accounts.resetSecondStep(SYSTEM, { emailKey: email.key })
      if (!reset.ok) {
        err(reset.error.message)
        return 1
      }
      out(`${plainName(reset.value.name)} signs in with the password alone.`)
      return 0
    })
  },
}
