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
      { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
    ],
  })
