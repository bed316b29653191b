import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** The page's HTML as the server prints it. */
export const print = (node: ReactNode): string => renderToStaticMarkup(node)

/** Its words only, white space folded. */
export const wordsOf = (node: ReactNode): string =>
  print(node)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
