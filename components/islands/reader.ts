/** What somebody does first to a page. */
const HANDS = ['pointerdown', 'keydown', 'focusin'] as const

/** Where it cannot be had, the page stays as it is: a whole one. */
const improve = (): void => void import('./parts/elements').catch(() => undefined)

/** Once the page stands on the screen and there is nothing else to do; a hidden one waits until it is looked at. */
const atEase = (): void => {
  requestAnimationFrame(() =>
    'requestIdleCallback' in window ? requestIdleCallback(improve, { timeout: 2_000 }) : setTimeout(improve),
  )
}

// The beginning of the island of reader pages, the only script they name. What it improves works without it, so that
// nothing of a page waits for the rest: that comes after the page, or as soon as somebody lays a hand on it.
for (const hand of HANDS) addEventListener(hand, improve, { once: true, passive: true })
if (document.readyState === 'complete') atEase()
else addEventListener('load', atEase)

// A module, though it gives nothing away.
export {}
