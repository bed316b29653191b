import { NO_LISTING } from '../../../lib/articles/listing'
import type { StudioArticleView } from '../../../lib/articles/article-view'

/** A piece as the editor gets it. */
export const aStudioPiece = (facts: Partial<StudioArticleView> = {}): StudioArticleView => ({
  id: '0'.repeat(26),
  title: 'Ropes',
  slug: 'ropes',
  path: '/articles/ropes',
  status: 'draft',
  hasUnpublishedChanges: false,
  updatedAt: '2025-02-12T12:03:00.000Z',
  publishedAt: null,
  unpublishAt: null,
  assignedToId: null,
  hasConflict: false,
  conflictRevisionId: null,
  wasPublic: false,
  ...NO_LISTING,
  bylines: [],
  version: 3,
  dek: '',
  kicker: '',
  tags: '',
  series: '',
  notes: '',
  translationOf: '',
  canonicalUrl: '',
  text: 'Hemp.',
  html: '<p>Hemp.</p>',
  language: 'en',
  direction: 'ltr',
  wordCount: 1,
  abilities: {
    ...{ save: true, submit: true, return: false, schedule: true, unschedule: false },
    ...{ publish: true, update: false, unpublish: false, trash: true, restore: false },
  },
  ...facts,
})
