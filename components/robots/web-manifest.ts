/** Web application manifest (W3C): name, colours and icon for a phone's home screen. The page is a page, not an app. */
export const webManifest = ({
  name,
  description,
}: {
  readonly name: string
  readonly description: string
}): string =>
  JSON.stringify({
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
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-masked-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  })
