import { el } from './parts/el'

/** Nothing is asked of the other site before somebody presses this: it then learns who watches. */
const offer = (figure: HTMLElement): void => {
  const { player = '' } = figure.dataset
  const button = el('button', { type: 'button', class: 'button embed-play' }, 'Play here')
  const offered = el(
    'div',
    { class: 'embed-offer' },
    button,
    `${new URL(player).hostname} then sees your visit`,
  )
  button.addEventListener('click', () => {
    const frame = el('iframe', {
      ...{ class: 'embed-frame', title: figure.innerText, allow: 'autoplay;fullscreen' },
      src: `${player}${player.includes('?') ? '&' : '?'}autoplay=1`,
    })
    figure.querySelector('picture, img')?.remove()
    offered.replaceWith(frame)
    frame.focus()
  })
  figure.append(offered)
}

/** The island of pieces with a video: its card, which is a link, can be played in its place. */
document.querySelectorAll<HTMLElement>('.embed[data-player]').forEach(offer)
