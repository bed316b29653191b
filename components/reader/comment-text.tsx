import { linkSegments } from './link-segments'

/** A comment's words: text nodes only, line breaks kept by the stylesheet, addresses as links search engines ignore. */
export function CommentText({ text }: { text: string }) {
  return (
    <div className="comment-text p-content" dir="auto">
      {linkSegments(text).map((segment, index) =>
        segment.href ? (
          <a key={index} href={segment.href} rel="ugc nofollow noopener">
            {segment.text}
          </a>
        ) : (
          segment.text
        ),
      )}
    </div>
  )
}
