import '../styles/staff.css'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { runtime } from '@/lib/http/runtime'
import { StaffDocument, staffViewport } from '../(staff)/staff-document'

export const viewport = staffViewport

export const generateMetadata = async (): Promise<Metadata> => {
  await connection()
  const { settings } = await runtime().stet.settings.read()
  return { title: { default: settings.name, template: `%s · ${settings.name}` }, robots: { index: false } }
}

/** Root of the pages about oneself: signing in, the first run, the account. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return <StaffDocument>{children}</StaffDocument>
}
