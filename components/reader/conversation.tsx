/** The conversation, already rendered by our own components (server/render): Next only holds its place. */
export function Conversation({ html }: { html: string }) {
  return (
    <div className="conversation-place" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
  )
}
