import type { ContentsLine } from '@/lib/articles/contents'

/** What a long piece holds: a list above the text, in the margin where there is one. */
export function Contents({ lines, language }: { lines: readonly ContentsLine[]; language: string }) {
  if (lines.length === 0) return null
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <p className="contents-title" id="contents-title">
        Contents
      </p>
      <ol className="contents-list" lang={language}>
        {lines.map(({ anchor, text }) => (
          <li key={anchor}>
            <a href={`#${encodeURIComponent(anchor)}`}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
