const id = '[\\w-]{6,20}'
const YOUTUBE = new RegExp(
  `^https?://(?:(?:www|m)\\.)?(?:youtube\\.com/(?:watch\\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\\.be/)(${id})(?:[?&#].*)?$`,
)
const VIMEO = /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{6,12})(?:[?#].*)?$/

/** Where the players stand that a page may show, once somebody asks for one. */
export const PLAYER_ORIGINS = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const

/** Where a video plays without asking who watches; null for places we do not know: those open on their own page. */
export const videoPlayer = (url: string): string | null => {
  const youtube = YOUTUBE.exec(url)?.[1]
  if (youtube) return `https://www.youtube-nocookie.com/embed/${youtube}`
  const vimeo = VIMEO.exec(url)?.[1]
  return vimeo ? `https://player.vimeo.com/video/${vimeo}?dnt=1` : null
}
