import { createContext } from 'react'

/** The IANA zone of whoever reads the page, as they set it; null for a visitor. The page frame provides it. */
export const ReaderZone = createContext<string | null>(null)
