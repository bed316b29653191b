import { type Doors, STUDIO, only } from './door'

/** Of the studio. */
export const STUDIO_DOORS: Doors = {
  '(staff)/studio/page': { path: '/studio', get: STUDIO, takesPost: true },
  '(sheet)/studio/[id]/page': { path: '/studio/:draft', get: only('owner', 'editor'), takesPost: true },
  '(staff)/studio/[id]/publish/page': {
    path: '/studio/:draft/publish',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  '(staff)/studio/[id]/revisions/page': {
    path: '/studio/:draft/revisions',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  // A revision and a conflict that are not there are told to those alone who may see the piece.
  '(staff)/studio/[id]/revisions/[revision]/page': {
    path: '/studio/:draft/revisions/none',
    get: { ...only('owner', 'editor'), owner: 404, editor: 404 },
    takesPost: true,
  },
  '(staff)/studio/media/page': { path: '/studio/media', get: STUDIO, takesPost: true },
  '(staff)/studio/[id]/conflict/page': {
    path: '/studio/:draft/conflict',
    get: { ...only('owner', 'editor'), owner: 404, editor: 404 },
    takesPost: true,
  },
  '(staff)/studio/[id]/details/page': {
    path: '/studio/:draft/details',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  '(staff)/studio/[id]/sharing/page': {
    path: '/studio/:draft/sharing',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  // Without a link that opens there is nothing.
  'page: /preview/:token': { path: '/preview/none', get: 404, takesPost: true },
  '(staff)/studio/preview/route': {
    path: '/studio/preview',
    get: 405,
    takesPost: true,
    post: { form: { text: 'A *line*.' }, gets: { ...STUDIO, anonymous: 401, guest: 401 } },
  },
  '(staff)/studio/pieces/route': {
    path: '/studio/pieces?title=rope',
    get: { ...STUDIO, anonymous: 401, guest: 401 },
    takesPost: true,
    post: { form: {}, gets: 405 },
  },
  '(staff)/studio/media/pictures/route': {
    path: '/studio/media/pictures',
    get: { ...STUDIO, anonymous: 401, guest: 401 },
    takesPost: true,
    post: { form: {}, gets: 405 },
  },
  '(staff)/studio/text/route': {
    path: '/studio/text',
    get: 405,
    takesPost: true,
    post: { form: { text: 'A *line*.' }, gets: { ...STUDIO, anonymous: 401, guest: 401 } },
  },
  '(staff)/studio/save/route': {
    path: '/studio/save',
    get: 405,
    takesPost: true,
    post: {
      form: { articleId: '0'.repeat(26), version: '1', title: '', text: '', slugBefore: '' },
      gets: { ...STUDIO, owner: 404, editor: 404, writer: 404, anonymous: 401, guest: 401 },
    },
  },
  '(staff)/studio/change/route': {
    path: '/studio/change',
    get: 405,
    takesPost: true,
    post: {
      form: {
        ...{ articleId: '0'.repeat(26), version: '1', title: '', text: '', slugBefore: '', document: '' },
        ...{ dek: '', kicker: '', tags: '', series: '', notes: '', translationOf: '', canonicalUrl: '' },
        ...{ slug: '', cover: '', coverAlt: '', coverCredit: '', coverFocus: '', language: 'en' },
        ...{ excerpt: '', searchTitle: '', searchDescription: '', socialTitle: '', socialDescription: '' },
        ...{ intent: 'save', conflict: '' },
      },
      gets: { ...STUDIO, owner: 404, editor: 404, writer: 404, anonymous: 401, guest: 401 },
    },
  },
  '(staff)/studio/calendar/page': { path: '/studio/calendar', get: STUDIO, takesPost: true },
  '(staff)/studio/redirects/page': {
    path: '/studio/redirects',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  '(staff)/studio/lock/route': {
    path: '/studio/lock',
    get: 405,
    takesPost: true,
    post: {
      form: { articleId: '0'.repeat(26), holder: 'some-page', wish: 'hold' },
      gets: { ...STUDIO, owner: 404, editor: 404, writer: 404, anonymous: 401, guest: 401 },
    },
  },
}
