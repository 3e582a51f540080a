import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect } from 'vitest'
import type { Database } from '#db/client.ts'
import { people, sessions, verifications } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { person, team } from '#tests/factories.ts'
import {
  createPerson,
  magicLinkToken,
  sessionOf,
  setPassword,
  signInWithMagicLink,
  signInWithPassword,
  signOut,
  viewerOf,
} from './auth.server.ts'
import { changePassword } from './change-password.server.ts'
import { suspendPerson } from './manage-person.server.ts'
import type { PeopleSettings } from './people-settings.ts'
import { endSession, listSessions } from './sessions.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'candor-sign-in-'))
afterAll(() => rmSync(folder, { recursive: true }))
const settings: PeopleSettings = {
  HOST: '127.0.0.1',
  DATA_DIR: folder,
  MAIL_FROM: 'candor@example.com',
  TRUST_PROXY: false,
}
const withMail = { ...settings, SMTP_URL: 'smtp://127.0.0.1:1' }
const password = 'four quiet harbour lamps'

test('whoever signs in is known on the next request, with role and teams', async ({ db }) => {
  const platform = await team(db, 'Platform')
  const ines = await person(db, {
    name: 'Ines Okafor',
    email: 'ines@skerry.example',
    role: 'admin',
    teamIds: [platform.id],
  })
  await setPassword(db, ines.id, password)

  const cookie = await cookieAfterSignIn(db, ' Ines@Skerry.example ')

  expect(await viewerOf(db, settings, asking(cookie))).toEqual(ines)
})

test('a person without a team has none', async ({ db }) => {
  await ines(db)
  const viewer = await viewerOf(db, settings, asking(await cookieAfterSignIn(db)))
  expect(viewer?.teamIds).toEqual([])
})

test.for([
  ['a wrong password', { email: 'ines@skerry.example', password: 'four quiet harbour lamp' }],
  ['an address nobody has', { email: 'nobody@skerry.example', password }],
  ['something that is no address', { email: 'ines', password }],
  ['a password longer than any', { email: 'ines@skerry.example', password: 'x'.repeat(5000) }],
  ['nothing', { email: '', password: '' }],
] as const)('%s is refused in the same words', async ([, given], { db }) => {
  await ines(db)
  const outcome = await signInWithPassword(db, settings, asking(), given)
  expect(outcome).toEqual({ ok: false, reason: 'not-recognised' })
  expect(await db.$count(sessions)).toBe(0)
})

test('a suspended person is refused in the same words, and their session is nobody’s', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const id = await ines(db)
  const cookie = await cookieAfterSignIn(db)
  expect(await suspendPerson(db, admin, id)).toEqual({ ok: true })

  expect(await viewerOf(db, settings, asking(cookie))).toBeNull()
  expect(await signInWithPassword(db, settings, asking(), { email: 'ines@skerry.example', password })).toEqual({
    ok: false,
    reason: 'not-recognised',
  })
})

test('a session that outlived its person’s suspension is nobody’s either', async ({ db }) => {
  const id = await ines(db)
  const cookie = await cookieAfterSignIn(db)
  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id))
  expect(await viewerOf(db, settings, asking(cookie))).toBeNull()
})

describe('the cookie', () => {
  test('is out of reach of scripts and other sites, and holds for seven days', async ({ db }) => {
    await ines(db)
    const [cookie] = await setCookies(db, settings)
    expect(cookie).toMatch(/^candor\.session=/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Max-Age=604800/)
    expect(cookie).not.toMatch(/; Secure/)
  })

  test('goes over https only where the server is reached by https', async ({ db }) => {
    await ines(db)
    const [cookie] = await setCookies(db, { ...settings, PUBLIC_URL: 'https://candor.example' })
    expect(cookie).toMatch(/^__Host-candor\.session=/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).toMatch(/; Secure/)
    expect(cookie).not.toMatch(/; Domain/)
  })

  test('with another signature is nobody’s', async ({ db }) => {
    await ines(db)
    const cookie = await cookieAfterSignIn(db)
    expect(await viewerOf(db, settings, asking(cookie.replace(/.{6}$/, 'AAAAAA')))).toBeNull()
    const otherSecret = { ...settings, SECRET: 'another secret of at least 32 letters' }
    expect(await viewerOf(db, otherSecret, asking(cookie))).toBeNull()
  })

  test('of before is not taken over: signing in makes a new session', async ({ db }) => {
    await ines(db)
    const first = await cookieAfterSignIn(db)
    const again = await signInWithPassword(db, settings, asking(first), { email: 'ines@skerry.example', password })
    expect(again.ok && cookieFrom(again.headers)).not.toBe(first)
    expect(await db.$count(sessions)).toBe(2)
  })
})

test('signing out ends the session for good', async ({ db }) => {
  await ines(db)
  const cookie = await cookieAfterSignIn(db)

  const { headers } = await signOut(db, settings, asking(cookie))

  expect(headers.getSetCookie().join()).toMatch(/candor\.session=;.*Max-Age=0/)
  expect(await viewerOf(db, settings, asking(cookie))).toBeNull()
  expect(await db.$count(sessions)).toBe(0)
})

test('a session is prolonged while it is used and over seven days after', async ({ db }) => {
  await ines(db)
  const cookie = await cookieAfterSignIn(db)
  const hour = 60 * 60_000
  const twoHoursOld = { expiresAt: new Date(Date.now() + 7 * 24 * hour - 2 * hour) }
  await db.update(sessions).set(twoHoursOld)

  const current = await sessionOf(db, settings, asking(cookie))

  expect(current!.headers.getSetCookie()[0]).toMatch(/Max-Age=604800/)
  const [row] = await db.select().from(sessions)
  expect(row!.expiresAt.getTime()).toBeGreaterThan(twoHoursOld.expiresAt.getTime())
  await db.update(sessions).set({ expiresAt: new Date(Date.now() - 1000) })
  expect(await viewerOf(db, settings, asking(cookie))).toBeNull()
})

test('people see their own sessions by device and end them; nobody ends another’s', async ({ db }) => {
  const id = await ines(db)
  const here = await cookieAfterSignIn(db)
  const there = await cookieAfterSignIn(db)
  const viewer = (await viewerOf(db, settings, asking(here)))!
  const other = await person(db)
  const { sessionId } = (await sessionOf(db, settings, asking(there)))!

  expect((await listSessions(db, viewer)).map((session) => session.device)).toEqual([
    'Firefox on Linux',
    'Firefox on Linux',
  ])
  expect(await listSessions(db, other)).toEqual([])
  expect(await endSession(db, other, sessionId)).toBe(false)
  expect(await endSession(db, viewer, sessionId)).toBe(true)
  expect(await viewerOf(db, settings, asking(there))).toBeNull()
  expect((await viewerOf(db, settings, asking(here)))?.id).toBe(id)
})

test('a changed password ends the sessions elsewhere and keeps this one', async ({ db }) => {
  await ines(db)
  const here = await cookieAfterSignIn(db)
  const there = await cookieAfterSignIn(db)
  const { viewer, sessionId: keepSession } = (await sessionOf(db, settings, asking(here)))!
  const given = { next: 'a new set of harbour lamps', address: '127.0.0.1', keepSession }

  expect(await changePassword(db, viewer, { ...given, current: 'not this one at all' })).toMatchObject({
    reason: 'wrong-password',
  })
  expect(await changePassword(db, viewer, { ...given, current: password })).toEqual({ ok: true })

  expect(await viewerOf(db, settings, asking(there))).toBeNull()
  expect(await viewerOf(db, settings, asking(here))).not.toBeNull()
  const withOld = await signInWithPassword(db, settings, asking(), { email: viewer.email, password })
  const withNew = await signInWithPassword(db, settings, asking(), { email: viewer.email, password: given.next })
  expect([withOld.ok, withNew.ok]).toEqual([false, true])
})

test('two people cannot have one address, however it is written', async ({ db }) => {
  await ines(db)
  const again = await createPerson(db, { name: 'Someone else', email: 'INES@skerry.example', password })
  expect(again).toEqual({ ok: false, reason: 'email-taken' })
  expect(await db.$count(people)).toBe(1)
})

describe('a magic link', () => {
  test('signs in once, and leaves the password as it is', async ({ db }) => {
    const id = await ines(db)
    const token = (await magicLinkToken(db, withMail, 'Ines@skerry.example'))!

    const first = await signInWithMagicLink(db, withMail, asking(), token)
    const second = await signInWithMagicLink(db, withMail, asking(), token)

    expect(first).toMatchObject({ ok: true, personId: id })
    expect(second).toEqual({ ok: false, reason: 'not-recognised' })
    expect((await viewerOf(db, withMail, asking(first.ok ? cookieFrom(first.headers) : '')))?.id).toBe(id)
    expect((await signInWithPassword(db, withMail, asking(), { email: 'ines@skerry.example', password })).ok).toBe(true)
  })

  test('stands in no table in a form that opens anything', async ({ db }) => {
    await ines(db)
    const token = (await magicLinkToken(db, withMail, 'ines@skerry.example'))!
    const [row] = await db.select().from(verifications)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test('is made for nobody who has no account or is suspended, and opens nothing for who is suspended later', async ({
    db,
  }) => {
    const id = await ines(db)
    const token = (await magicLinkToken(db, withMail, 'ines@skerry.example'))!
    await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id))

    expect(await magicLinkToken(db, withMail, 'nobody@skerry.example')).toBeNull()
    expect(await magicLinkToken(db, withMail, 'ines@skerry.example')).toBeNull()
    expect(await signInWithMagicLink(db, withMail, asking(), token)).toEqual({ ok: false, reason: 'not-recognised' })
  })
})

async function ines(db: Database): Promise<string> {
  const made = await createPerson(db, { name: 'Ines Okafor', email: 'ines@skerry.example', password })
  return made.ok ? made.id : ''
}

function asking(cookie = ''): Request {
  const headers = { Cookie: cookie, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' }
  return new Request('http://localhost:4720/', { headers })
}

async function setCookies(db: Database, given: PeopleSettings, email = 'ines@skerry.example'): Promise<string[]> {
  const done = await signInWithPassword(db, given, asking(), { email, password })
  return done.ok ? done.headers.getSetCookie() : []
}

async function cookieAfterSignIn(db: Database, email?: string): Promise<string> {
  const [cookie] = await setCookies(db, settings, email)
  return cookie!.split(';')[0]!
}

function cookieFrom(headers: Headers): string {
  return headers.getSetCookie()[0]!.split(';')[0]!
}
