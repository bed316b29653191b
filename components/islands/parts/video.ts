import { buttonNode } from './button-node'
import { el } from './el'

/** Nothing is asked of the other site before somebody presses this: it then learns who watches. */
const offer = (figure: HTMLElement): void => {
  const { player = '' } = figure.dataset
  const button = buttonNode('Play here', 'button embed-play', () => {
    const frame = el('iframe', {
      ...{ class: 'embed-frame', title: figure.innerText, allow: 'autoplay;fullscreen' },
      src: `${player}${player.includes('?') ? '&' : '?'}autoplay=1`,
    })
    figure.querySelector('picture, img')?.remove()
    offered.replaceWith(frame)
    frame.focus()
  })
  const sees = `${new URL(player).hostname} then sees your visit`
  const offered = el('div', { class: 'embed-offer' }, button, sees)
  figure.append(offered)
}

/** The card of a video, which is a link, can be played in its place. */
export const offerPlayers = (): void =>
  document.querySelectorAll<HTMLElement>('.embed[data-player]').forEach(offer)
