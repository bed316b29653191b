export function PageFooter({ name }: { name: string }) {
  return (
    <footer className="page-footer">
      <p>{name}</p>
      <ul className="page-links">
        <li>
          <a href="/">Front page</a>
        </li>
        <li>
          <a href="/feed.xml">Feed</a>
        </li>
        <li>
          <a href="/login">Sign in</a>
        </li>
      </ul>
    </footer>
  )
}
