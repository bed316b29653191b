import type { TagView } from '@/lib/articles/article-view'

/** What the piece is about, below its last line. */
export function PieceTags({ tags }: { tags: readonly TagView[] }) {
  if (tags.length === 0) return null
  return (
    <footer className="piece-tags">
      <h2 className="piece-tags-title">Tags</h2>
      <ul className="piece-tags-list">
        {tags.map(({ name, slug, path }) => (
          <li key={slug}>
            <a href={path} rel="tag" className="p-category">
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
