/** A form somebody sends about something that they should not know of. */
export interface Form {
  readonly path: string
  readonly body: Readonly<Record<string, string>>
}

/** What can be asked about one comment by a form. */
export const aboutComment = (slug: string, id: string): readonly Form[] => [
  {
    path: `/articles/${slug}/comments`,
    body: { parentId: id, body: 'An answer to something I should not know of.' },
  },
  { path: `/comments/${id}/recommend`, body: { intent: 'give' } },
  { path: `/comments/${id}/recommend`, body: { intent: 'take' } },
  { path: `/comments/${id}/report`, body: { reason: 'topic' } },
  { path: `/comments/${id}/status?key=wrong`, body: { intent: 'withdraw', commentId: id, version: '1' } },
]

/** What can be asked about one piece: as the studio's own pages do, and as a reader of a piece does. */
export const aboutPiece = (articleId: string, slug: string): readonly Form[] => [
  {
    path: '/studio/save',
    body: { articleId, version: '1', title: 'x', text: 'x', slug: '', slugBefore: '' },
  },
  ...['look', 'take', 'hold'].map((wish) => ({
    path: '/studio/lock',
    body: { articleId, holder: 'some-other-page', wish },
  })),
  { path: `/articles/${slug}/comments`, body: { body: 'Under something I should not know of.' } },
  { path: `/articles/${slug}/typing`, body: { stream: '0'.repeat(26) } },
]
