import type { Metadata } from 'next'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Piece } from '@/components/reader/piece'
import { PreviewNotes } from '@/components/reader/preview-notes'
import { Sheet } from '@/components/reader/sheet'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { decodeSegment } from '@/lib/http/decode-segment'
import { setStatus } from '@/lib/http/set-status'
import { visitor } from '@/lib/http/visitor'
import { publication } from '../../publication'
import { takeTrouble } from '../../trouble'

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

/** A piece before it is out, for whoever holds the link. */
export default async function PreviewPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, { stet }, { name, navigation }] = await Promise.all([params, visitor(), publication()])
  const secret = decodeSegment(token) ?? ''
  const [preview, trouble] = await Promise.all([stet.articles.openPreview({ secret }), takeTrouble()])
  if (!preview) {
    setStatus(404)
    return (
      <Sheet name={name} navigation={navigation}>
        <MissingPiece />
      </Sheet>
    )
  }
  const { piece, followsDraft, expiresAt, notes } = preview
  return (
    <Sheet name={name} navigation={navigation}>
      <Notice kind="waiting" title="A preview: this is not published">
        <p>
          {followsDraft ? 'It shows the draft as it is now.' : 'It shows one version of the draft.'} Please do
          not pass the link on; it opens until <Time at={expiresAt} />.
        </p>
      </Notice>
      <Piece piece={piece} address="" />
      <PreviewNotes notes={notes} action={`/preview/${encodeURIComponent(secret)}`} trouble={trouble} />
    </Sheet>
  )
}
