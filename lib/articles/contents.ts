import type { ArticleText } from './article'
import { readingMinutes } from './document/word-count'

/** A heading of a piece that can be gone to. */
export interface ContentsLine {
  /** Without `#`. */
  readonly anchor: string
  readonly text: string
}

/** Headings of the first level below the title, as render-html.ts prints them. */
const HEADING = /<h2 id="([^"]*)"[^>]*>(.*?)<\/h2>/gs
const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (sign) => SIGNS[sign] ?? sign)

/** Fewer headings are no contents. */
const AT_LEAST = 3
/** Minutes of reading from which a piece is long. */
const LONG = 4

/** The contents of a long piece, read from the HTML that our own renderer made; [] for a short one. */
export const contentsOf = ({
  html,
  wordCount,
}: Pick<ArticleText, 'html' | 'wordCount'>): readonly ContentsLine[] => {
  if (readingMinutes(wordCount) < LONG) return []
  const lines = [...html.matchAll(HEADING)].map(([, anchor = '', text = '']) => ({
    anchor: plain(anchor),
    text: plain(text),
  }))
  return lines.length < AT_LEAST ? [] : lines
}
