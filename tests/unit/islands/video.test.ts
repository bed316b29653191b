import { afterEach, describe, expect, it } from 'vitest'
import { offerPlayers } from '@/components/islands/parts/video'
import { find, showPage } from './page'

afterEach(() => document.body.replaceChildren())

const PLAYER = 'https://www.youtube-nocookie.com/embed/abcdefghijk'
const card = (attribute: string): string =>
  `<figure class="embed" data-kind="video" ${attribute}><a href="https://youtu.be/abcdefghijk"><img alt=""><span class="embed-title">The lock</span></a></figure>`

describe('the video of a piece', () => {
  it('stays a link, asks nobody for anything, and says who learns of it', () => {
    showPage(card(`data-player="${PLAYER}"`))
    offerPlayers()
    expect(document.querySelector('iframe')).toBeNull()
    expect(find('a').getAttribute('href')).toBe('https://youtu.be/abcdefghijk')
    expect(find('.embed-offer').textContent).toContain('www.youtube-nocookie.com then sees your visit')
  })

  it('plays in its place when somebody asks', () => {
    showPage(card(`data-player="${PLAYER}"`))
    offerPlayers()
    find('button').click()
    const frame = find<HTMLIFrameElement>('iframe')
    expect(frame.getAttribute('src')).toBe(`${PLAYER}?autoplay=1`)
    expect(frame.title).toContain('The lock')
    expect(document.querySelector('button, img')).toBeNull()
    expect(find('a').textContent).toBe('The lock')
  })

  it('is offered nowhere else', () => {
    showPage(card(''))
    offerPlayers()
    expect(document.querySelector('button')).toBeNull()
  })
})
