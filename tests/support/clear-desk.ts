import type { Page } from '@playwright/test'

/** Approves what is in hand, a key each, until nothing waits. Returns how many, and how often somebody was faster. */
export const clearDesk = async (
  page: Page,
): Promise<{ readonly decided: number; readonly conflicts: number }> => {
  let [decided, conflicts] = [0, 0]
  page.on('response', (response) => (conflicts += Number(response.status() === 409)))
  for (;;) {
    const state = await page.waitForFunction(() => {
      if (document.activeElement?.closest('[data-mine]')) return 'ready'
      if (document.querySelector('[data-card][data-mine]')) return 'go on'
      if (document.querySelector('[data-card]')) return null
      return document.body.textContent.includes('Nothing is waiting') && 'done'
    })
    const what = await state.jsonValue()
    if (what === 'done') return { decided, conflicts }
    if (what === 'go on') await page.locator('[data-card][data-mine]').first().focus()
    else {
      await page.keyboard.press('a')
      decided += 1
    }
  }
}
