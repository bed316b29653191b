const PREFIX = 'comment-'

export const idOf = (comment: Element): string => comment.id.slice(PREFIX.length)

/** The comment in whose branch it stands, if in any. */
export const aboveOf = (comment: Element) => comment.parentElement?.closest('.comment')

/** The id of what it answers; '' for nothing. */
export const parentOf = (comment: Element): string => {
  const answers = comment.querySelector(':scope > .comment-body > .comment-answers > a')?.getAttribute('href')
  const above = aboveOf(comment)
  return /\w+$/.exec(answers ?? '')?.[0] ?? (above ? idOf(above) : '')
}

/** When it was posted (ISO 8601); '' where no time is shown. */
export const timeOf = (comment: Element | null | undefined): string => comment?.getAttribute('data-at') ?? ''

/** As everybody sees it: one's own waiting words bear the same id. */
export const shownComment = (id: string): HTMLElement | null => {
  const found = document.getElementById(PREFIX + id)
  return found?.matches('.comment:not(.comment-own)') ? found : null
}

/** The same in an answer of the server. */
export const commentIn = (answer: ParentNode | null, id: string): Element | null =>
  answer?.querySelector(`.comment#${PREFIX}${CSS.escape(id)}`) ?? null

/** What a comment itself shows, without its replies. */
export const bodyOf = (comment: Element): HTMLElement | null =>
  comment.querySelector(':scope > .comment-body, :scope > .comment-stub')

/** Brings the reader and the focus to a comment. True when there was one. */
export const goTo = (comment: Element | null | undefined): boolean => {
  const body = comment ? bodyOf(comment) : null
  if (!body) return false
  body.tabIndex = -1
  body.focus()
  return true
}
