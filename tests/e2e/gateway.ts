/** Something that waits until it is let pass, such as an answer of the server. */
export function gateway() {
  let pass = () => {}
  const open = new Promise<void>((resolve) => {
    pass = resolve
  })
  return { open, pass: () => pass() }
}
