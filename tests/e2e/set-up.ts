export const admin = {
  name: 'Pia Andersen',
  email: 'pia@skerry-line.example',
  password: 'a long harbour wall',
  organisation: 'Skerry Line',
}

/** Sets a server up as its first admin, without the pages: they have a test of their own. With the sample comes a promise. */
export async function setUp(url: string, sample: 'yes' | 'no'): Promise<void> {
  const { name, email, password: newPassword, organisation } = admin
  const promise = sample === 'yes' ? 'Post-mortems play no part in pay.' : ''
  const form = { name, email, newPassword, timeZone: 'Europe/Oslo', organisation, promise, sample }
  const body = new URLSearchParams(form)
  const answer = await fetch(`${url}/setup`, { method: 'POST', headers: { Origin: url }, body, redirect: 'manual' })
  if (answer.status !== 302) throw new Error(`Setting up answered ${answer.status}: ${await answer.text()}`)
}
