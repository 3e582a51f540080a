/** Who is asking. Null in its place means nobody is signed in. */
export interface Viewer {
  id: string
  name: string
  email: string
  role: 'admin' | 'member'
  roleTitle: string
  timeZone: string
  theme: 'auto' | 'light' | 'dark'
  teamIds: string[]
}
