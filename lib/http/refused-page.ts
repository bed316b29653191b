import { type ReactNode, createElement } from 'react'
import type { Role } from '../kernel/actor'

/** What somebody sees who is signed in but may not: plain elements, so that any layout can hold it. */
export const refusedPage = (role: Role): ReactNode =>
  createElement(
    'main',
    { id: 'main', className: 'refused' },
    createElement('h1', null, 'This page is not for your role'),
    createElement(
      'p',
      null,
      `You are signed in as ${role}, and this page needs another role. Ask the owner of this publication if you should have it.`,
    ),
    createElement('p', null, createElement('a', { href: '/' }, 'Go to the front page')),
  )
