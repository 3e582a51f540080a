import { beforeEach, expect, test, vi } from 'vitest'
import { patientFetch, type Unanswered } from './patient-fetch.ts'

/** A server that is away for some requests and then answers. */
function server(awayFor: number) {
  const sent: string[] = []
  const send = async (input: RequestInfo | URL, init?: RequestInit) => {
    sent.push(`${init?.method ?? 'GET'} ${input}`)
    if (sent.length <= awayFor) throw new TypeError('Failed to fetch')
    return new Response('here')
  }
  return { sent, send }
}
let told: Unanswered[]
const tell = (waiting: Unanswered[]) => {
  told = waiting
}

beforeEach(() => {
  told = []
  vi.stubGlobal('location', { origin: 'http://candor.example' })
  vi.useFakeTimers()
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

test('a page is asked for again until the server answers', async () => {
  const { sent, send } = server(2)
  const answer = patientFetch(send, tell)('/library.data')
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(6000)
  expect(await (await answer).text()).toBe('here')
  expect(sent).toHaveLength(3)
  expect(told).toEqual([])
})

test('a form waits until someone sends it again', async () => {
  const { sent, send } = server(1)
  const answer = patientFetch(send, tell)('/settings.data', { method: 'POST', body: 'name=Pia' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['POST /settings.data'])
  expect(told[0]).toMatchObject({ isForm: true, path: '/settings.data' })
  told[0]!.again()
  await vi.advanceTimersByTimeAsync(0)
  expect((await answer).ok).toBe(true)
  expect(told).toEqual([])
})

test('what is given up is no longer waited for', async () => {
  const { send } = server(9)
  const giveUp = new AbortController()
  const answer = patientFetch(send, tell)('/library.data', { signal: giveUp.signal })
  const given = expect(answer).rejects.toThrow('another page')
  await vi.advanceTimersByTimeAsync(0)
  giveUp.abort(new Error('another page'))
  await given
  expect(told).toEqual([])
})

test('a proxy that cannot reach the server is no answer, an answer of our own is', async () => {
  const statuses = [503, 503]
  const send = async () => {
    const status = statuses.shift()
    if (!status) return new Response('here')
    return new Response('', { status, headers: statuses.length ? {} : { 'X-Remix-Response': 'yes' } })
  }
  const answer = patientFetch(send, tell)('/library.data')
  await vi.advanceTimersByTimeAsync(3000)
  expect((await answer).status).toBe(503)
})

test('other requests fail as they always did', async () => {
  const { send } = server(9)
  await expect(patientFetch(send, tell)('/auth/session')).rejects.toThrow('Failed to fetch')
  await expect(patientFetch(send, tell)('/postmortems/new.data', { method: 'POST' })).rejects.toThrow()
})
