import '../styles/staff.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { StaffDocument, staffViewport } from './staff-document'

export const viewport = staffViewport

export const metadata: Metadata = { robots: { index: false } }

/** Root of desk, studio and settings. It guards nothing: each page opens with `openPage`, each use-case asks again. */
export default function StaffLayout({ children }: { children: ReactNode }) {
  return <StaffDocument>{children}</StaffDocument>
}
