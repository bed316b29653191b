import type { ArticleCardView } from '@/lib/articles/article-view'

/** A language in its own words: "Deutsch". */
const languageName = (tag: string): string =>
  new Intl.DisplayNames([tag, 'en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag

/** The same piece in other languages. */
export function Translations({ pieces }: { pieces: readonly ArticleCardView[] }) {
  if (pieces.length === 0) return null
  return (
    <p className="translations">
      Also in{' '}
      {pieces.map(({ path, language, title }, index) => (
        <span key={path}>
          {index > 0 ? ', ' : ''}
          <a href={path} lang={language} hrefLang={language} rel="alternate" title={title}>
            <bdi>{languageName(language)}</bdi>
          </a>
        </span>
      ))}
    </p>
  )
}
