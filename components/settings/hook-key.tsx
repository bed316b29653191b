/** What the owner's checker verifies our requests with. */
export function HookKey({ value }: { value: string }) {
  return (
    <section className="grid gap-2" aria-labelledby="hook-key">
      <h2 id="hook-key" className="text-h3 font-bold">
        Key of your checker
      </h2>
      <p>
        Requests carry <code>x-stet-time</code> and <code>x-stet-signature</code>: the HMAC-SHA-256, in hex,
        of the time, a full stop and the body, by this key. Answer <code>{'{"level": "pass"}'}</code>,{' '}
        <code>hold</code> or <code>spam</code>, with a <code>reason</code>.
      </p>
      <p>
        <code className="break-all">{value}</code>
      </p>
    </section>
  )
}
