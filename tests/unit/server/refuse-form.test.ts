import { expect, it } from 'vitest'
import { domainError } from '../../../lib/kernel/domain-error'
import type { RenderedPage } from '../../../server/render/reader-pages'
import { refuseForm } from '../../../server/routes/refuse-form'
import type { Services } from '../../../server/services'

const STYLE = "'sha256-of-its-own-styles='"

const page: RenderedPage = {
  status: 200,
  bytes: Buffer.from('<!DOCTYPE html><p>Again</p>'),
  hasPlayer: false,
  style: STYLE,
}

/** Of the server, what shows a form again. */
const services = {
  env: { mode: 'production', https: false },
  pages: { render: async () => page },
} as unknown as Services

const refusal = (headers: Record<string, string>) => ({
  request: { headers: new Headers(headers) },
  error: domainError('nudge', 'Post anyway?'),
  values: {},
})

it('shows a form again in its own styles, which its policy must allow', async () => {
  const refuse = refuseForm(services, () => '/articles/ropes/respond')
  const { status, headers, body } = await refuse(refusal({ accept: 'text/html' }) as never)
  expect(status).toBe(422)
  expect(String(body)).toContain('Again')
  expect(headers['content-security-policy']).toContain(`style-src 'self' ${STYLE};`)
})
