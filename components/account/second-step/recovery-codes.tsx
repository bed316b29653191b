import { Notice } from '@/components/ui/notice'

/** Shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="grid gap-4">
      <Notice kind="success" title="Codes at sign-in are on">
        <p>Every other device is signed out.</p>
      </Notice>
      <h2 className="text-h3 font-bold">Your recovery codes</h2>
      <p>
        Write these down, and keep them where your phone is not. Each opens once, instead of a code from the
        app. They are not shown again.
      </p>
      <ol className="grid list-none gap-1 font-mono select-all" data-recovery-codes>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>
        <a href="/account">Back to your account</a>
      </p>
    </div>
  )
}
