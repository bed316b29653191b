import type { Page } from '@playwright/test'

/**
 * Everything that must not happen on a page of ours, as it happens: dialogs, errors, complaints of the browser, and
 * requests to anybody else.
 */
export const alarmsOn = (page: Page, { url }: { readonly url: string }): readonly string[] => {
  const { host: ours } = new URL(url)
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => alarms.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') alarms.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { host } = new URL(request.url())
    if (host !== '' && host !== ours) alarms.push(`request: ${request.url()}`)
  })
  return alarms
}
