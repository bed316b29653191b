'use client'

import { createContext, useContext } from 'react'
import type { KeyMap } from './key-map'

const KeysOfDesk = createContext<KeyMap | null>(null)

/** Tells what stands at the desk which keys work; null for none. */
export const DeskKeys = KeysOfDesk.Provider

/** The keys that work, for `aria-keyshortcuts`: the chosen ones, and none where they are switched off. */
export const useDeskKeys = (): Partial<KeyMap> => useContext(KeysOfDesk) ?? {}
