import { handleNextAuth } from '@/lib/auth/handle-next-auth'
import { nextAuthOptions } from '@/lib/auth/next-auth-options'
import { defineRoute } from '@/lib/http/define-route'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'

/** next-auth reads its own cookies and form token; our part of it checks the session row. */
const handler = defineRoute({
  for: 'nobody',
  run: async ({ request, params, client }) =>
    ok(await handleNextAuth(request, params('nextauth'), nextAuthOptions(runtime(), client))),
})

export { handler as GET, handler as POST }
