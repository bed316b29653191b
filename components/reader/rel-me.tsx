/** The publication's pages elsewhere, which link back here: how each can tell that both are one's (IndieWeb `rel=me`). */
export function RelMe({ profiles }: { profiles: readonly string[] }) {
  return profiles.map((address) => <link key={address} rel="me" href={address} />)
}
