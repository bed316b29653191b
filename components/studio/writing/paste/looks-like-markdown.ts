const SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^ {0,3}(?:[-*+]|\d{1,3}\.) \S.*\n(?:.*\n)*? {0,3}(?:[-*+]|\d{1,3}\.) \S/m,
  /^> \S/m,
  /^(?:```|~~~)/m,
  /(?<!\*)\*\*\S[^*\n]*\S\*\*(?!\*)/,
  /\[[^\]\n]+\]\((?:https?:\/\/|\/|mailto:)[^)\s]+\)/,
  /^\|.+\|[ \t]*\n\|[ \t]*:?-{3,}/m,
  /\[\^[\w-]+\]/,
  /^:{2,}[a-z]+/m,
]

/** Whether somebody who pasted plain text most likely pasted Markdown. */
export const looksLikeMarkdown = (text: string): boolean => SIGNS.some((sign) => sign.test(text))
