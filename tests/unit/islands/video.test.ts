import { afterEach, describe, expect, it, vi } from 'vitest'
import { find, showPage } from './page'

afterEach(() => {
  document.body.replaceChildren()
  vi.resetModules()
})

const PLAYER = 'https://www.youtube-nocookie.com/embed/abcdefghijk'
const card = (attribute: string): string =>
  `<figure class="embed" data-kind="video" ${attribute}><a href="https://youtu.be/abcdefghijk"><img alt=""><span class="embed-title">The lock</span></a></figure>`

describe('the video of a piece', () => {
  it('stays a link, asks nobody for anything, and says who learns of it', async () => {
    showPage(card(`data-player="${PLAYER}"`))
    await import('@/components/islands/video')
    expect(document.querySelector('iframe')).toBeNull()
    expect(find('a').getAttribute('href')).toBe('https://youtu.be/abcdefghijk')
    expect(find('.embed-offer').textContent).toContain('www.youtube-nocookie.com then sees your visit')
  })

  it('plays in its place when somebody asks', async () => {
    showPage(card(`data-player="${PLAYER}"`))
    await import('@/components/islands/video')
    find('button').click()
    const frame = find<HTMLIFrameElement>('iframe')
    expect(frame.getAttribute('src')).toBe(`${PLAYER}?autoplay=1`)
    expect(frame.title).toContain('The lock')
    expect(document.querySelector('button, img')).toBeNull()
    expect(find('a').textContent).toBe('The lock')
  })

  it('is offered nowhere else', async () => {
    showPage(card(''))
    await import('@/components/islands/video')
    expect(document.querySelector('button')).toBeNull()
  })
})
