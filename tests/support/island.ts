import type { Page } from '@playwright/test'

/** Until the island of a reader page is there, which comes after the page: what it improves works without it, too. */
export const islandOf = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => customElements.get('stet-form'))
}
