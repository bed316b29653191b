import './custom-elements'

/** A link that puts title and address into a mail; the island turns it into the device's own sharing, or copies the link. */
export function Share({ title, address }: { title: string; address: string }) {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`
  return (
    <stet-share data-title={title} data-address={address}>
      <a href={mail}>Share</a>
    </stet-share>
  )
}
