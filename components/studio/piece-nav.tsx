import { Tabs } from '@/components/ui/tabs'

const PAGES = {
  text: { path: '', label: 'Text' },
  publish: { path: '/publish', label: 'Publish' },
  details: { path: '/details', label: 'Details' },
  revisions: { path: '/revisions', label: 'Revisions' },
  sharing: { path: '/sharing', label: 'Notes and previews' },
} as const

export type PiecePage = keyof typeof PAGES

/** The pages of one piece. */
export function PieceNav({ articleId, current }: { articleId: string; current: PiecePage }) {
  return (
    <div className="pt-3 max-sm:[&_.tabs]:flex-wrap max-sm:[&_.tabs]:gap-x-4">
      <Tabs
        label="This piece"
        items={Object.entries(PAGES).map(([page, { path, label }]) => ({
          href: `/studio/${articleId}${path}`,
          label,
          current: page === current,
        }))}
      />
    </div>
  )
}
