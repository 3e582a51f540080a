import { data } from 'react-router'

/** Unknown addresses and those that are not shared with the viewer get the same answer, from the root's boundary. */
export function loader() {
  throw data(null, { status: 404 })
}

export default function NotFound() {
  return null
}
