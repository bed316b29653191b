import type { Embed } from './document'
import { escapeAttribute, escapeText } from './escape-html'
import { pictureHtml } from './picture-html'
import type { Rendering } from './rendering'
import { videoPlayer } from './video-player'

const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

const linkTo = (url: string, html: string): string =>
  `<a href="${escapeAttribute(url)}" rel="noopener">${html}</a>`

const whose = ({ attrs: { author, url } }: Embed): string =>
  [author, siteOf(url)]
    .filter((words) => words !== '')
    .map(escapeText)
    .join(' · ')

/** The picture is ours; the player is named, not loaded (components/islands asks for it when somebody wants it). */
const video = (node: Embed, { pictures }: Rendering): string => {
  const { url, title, poster } = node.attrs
  const player = videoPlayer(url)
  const shown = { src: poster, alt: '', shownAs: 'column', first: false } as const
  const picture = poster === '' ? '' : pictureHtml(pictures.get(poster), shown)
  const name = `<span class="embed-title">${escapeText(title || 'Video')}</span>`
  return (
    `<figure class="embed" data-kind="video"${player ? ` data-player="${escapeAttribute(player)}"` : ''}>` +
    linkTo(url, `${picture}${name}<span class="embed-site">${whose(node)}</span>`) +
    '</figure>'
  )
}

const post = (node: Embed): string => {
  const { url, title } = node.attrs
  const quoted = title === '' ? '' : `<blockquote><p>${escapeText(title)}</p></blockquote>`
  return `<figure class="embed" data-kind="post">${quoted}<figcaption>${linkTo(url, whose(node))}</figcaption></figure>`
}

/** Something that stands elsewhere: a card with a link, which loads nothing from there. */
export const renderEmbed = (node: Embed, rendering: Rendering): string =>
  node.attrs.kind === 'video' ? video(node, rendering) : post(node)
