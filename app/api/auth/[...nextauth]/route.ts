import { handleNextAuth } from '@/lib/auth/handle-next-auth'
import { nextAuthOptions } from '@/lib/auth/next-auth-options'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'

/** next-auth reads its own cookies and form token; our part of it checks the session row. */
const handler = defineNextRoute({
  for: 'nobody',
  run: async ({ request, params, client }) =>
    ok(await handleNextAuth(request, params('nextauth'), nextAuthOptions(runtime(), client))),
})

export { handler as GET, handler as POST }
