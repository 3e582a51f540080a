// Placeholder by the parent so that the tree builds: overwrite it.
export default function Placeholder() {
  return null
}
