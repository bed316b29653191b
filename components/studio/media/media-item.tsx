import { ActionButton } from '@/components/account/action-button'
import type { MediaView } from '@/lib/media/media-view'
import type { MediaActions } from './media-library'
import { MediaUses } from './media-uses'
import { MediaWordsForm } from './media-words-form'
import { figureMarkdown } from './figure-markdown'

const sizeText = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** A picture of the library. */
export function MediaItem({ media, actions }: { media: MediaView; actions: MediaActions }) {
  const { name, fileName, width, height, bytes, alt, srcset, src, uses, abilities } = media
  return (
    <li id={`m-${name}`} className="grid gap-4 py-6 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <a href={media.address} className="block">
        <img
          src={src}
          srcSet={srcset}
          sizes="12rem"
          width={width}
          height={height}
          alt={alt || `${fileName}, not described yet`}
          loading="lazy"
          className="h-auto max-h-[70vh] w-full bg-sheet object-contain"
        />
      </a>
      <div className="grid content-start gap-3">
        <h2 className="font-bold wrap-anywhere">
          <bdi>{fileName}</bdi>
        </h2>
        <p className="text-caption text-ink-3">
          {width} × {height} pixels, {sizeText(bytes)} in all sizes
        </p>
        <MediaUses uses={uses} others={media.otherUses} />
        <label className="grid gap-1 text-caption text-ink-2">
          To put it into a piece, copy this line into its text
          <input readOnly className="input font-mono" value={figureMarkdown(media)} />
        </label>
        <details>
          <summary className="cursor-pointer py-1">What it shows</summary>
          <MediaWordsForm media={media} action={actions.describe} />
        </details>
        {abilities.remove ? <RemoveMedia name={name} action={actions.remove} /> : null}
      </div>
    </li>
  )
}

/** Asks once more: what is deleted is gone. */
function RemoveMedia({ name, action }: { name: string; action: MediaActions['remove'] }) {
  return (
    <details>
      <summary className="cursor-pointer py-1 text-red">Delete</summary>
      <div className="grid gap-2 py-2">
        <p>No piece shows it. It cannot be brought back.</p>
        <ActionButton kind="danger" action={action} fields={{ name }}>
          Delete for good
        </ActionButton>
      </div>
    </details>
  )
}
