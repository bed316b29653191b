import { type ReactNode, createElement } from 'react'
import type { Role } from '../kernel/actor'

const OTHER_ROLE = 'This page is not for your role'
const otherRole = (role: Role): string =>
  `You are signed in as ${role}, and this page needs another role. Ask the owner of this publication if you should have it.`

/**
 * What somebody sees who is signed in but may not: plain elements, so that any layout can hold it. `barred`: what they are
 * told who would have the role; null for others.
 */
export const refusedPage = (role: Role, barred: string | null): ReactNode =>
  createElement(
    'main',
    { id: 'main', className: 'refused' },
    createElement('h1', null, barred === null ? OTHER_ROLE : 'This page is closed to you for now'),
    createElement('p', null, barred ?? otherRole(role)),
    createElement('p', null, createElement('a', { href: '/' }, 'Go to the front page')),
  )
