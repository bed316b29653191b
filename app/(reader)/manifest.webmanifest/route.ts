import { defineNextRoute } from '@/lib/http/define-next-route'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'

/** Web application manifest (W3C): name, colours and icon for a phone's home screen. The page is a page, not an app. */
export const GET = defineNextRoute({
  for: 'nobody',
  run: async () => {
    const { name, description } = (await runtime().stet.settings.read()).settings
    const manifest = {
      id: '/',
      name,
      ...(description ? { description } : {}),
      start_url: '/',
      scope: '/',
      display: 'browser',
      background_color: '#ffffff',
      theme_color: '#ffffff',
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
      ],
    }
    const headers = { 'content-type': 'application/manifest+json; charset=utf-8' }
    return ok(new Response(JSON.stringify(manifest), { headers }))
  },
})
