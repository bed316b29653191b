/** The conversation, already rendered by our own components (server/render): Next only puts it in its place. */
export function Conversation({ html }: { html: string }) {
  return <div className="conversation-place" dangerouslySetInnerHTML={{ __html: html }} />
}
