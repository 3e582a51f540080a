// The only file that knows the sign-in library (better-auth). Its HTTP handler is mounted nowhere: pages call these
// functions, and every limit, gate and word stays ours.
import { setTimeout } from 'node:timers/promises'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { magicLink } from 'better-auth/plugins/magic-link'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { newId } from '#db/new-id.ts'
import { accounts, people, sessions, verifications } from '#db/schema/people.ts'
import type { PeopleSettings } from './people-settings.ts'
import { longestPassword, shortestPassword } from './person-fields.ts'
import { secretOf } from './secret.server.ts'
import type { Viewer } from './viewer.ts'

const day = 24 * 60 * 60

export type SignedIn = { ok: true; headers: Headers; personId: string } | { ok: false; reason: 'not-recognised' }

/** A session as a request carries it; `headers` renew its cookie where it was prolonged and belong on the response. */
export interface CurrentSession {
  viewer: Viewer
  sessionId: string
  endsAt: Date
  headers: Headers
}

/** Who is asking, or null: nobody signed in, the session over or ended, the person suspended. */
export async function viewerOf(db: Database, settings: PeopleSettings, request: Request): Promise<Viewer | null> {
  return (await sessionOf(db, settings, request))?.viewer ?? null
}

/** The viewer with the session they came with. A session lasts seven days from its last use, by the hour. */
export async function sessionOf(
  db: Database,
  settings: PeopleSettings,
  request: Request,
): Promise<CurrentSession | null> {
  if (!request.headers.get('Cookie')?.includes(cookieName(settings))) return null
  const found = await signIn(db, settings)
    .api.getSession({ headers: request.headers, returnHeaders: true })
    // The library throws where the session is ended by someone else at this very moment.
    .catch(unlessRefused)
  if (!found?.response) return null
  const viewer = await viewerById(db, found.response.user.id)
  const { id, expiresAt } = found.response.session
  return viewer && { viewer, sessionId: id, endsAt: expiresAt, headers: cookiesOf(found.headers) }
}

/** A person as a viewer, unless they are suspended or there is none. */
export async function viewerById(db: Database, personId: string): Promise<Viewer | null> {
  const [found] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      roleTitle: people.roleTitle,
      timeZone: people.timeZone,
      theme: people.theme,
      teamIds: sql<string[]>`coalesce((select json_agg(member.team_id) from team_members member
        where member.person_id = people.id), '[]'::json)`,
    })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.suspendedAt)))
  return found ?? null
}

/**
 * Signs in by password. Refusals are the same, and take as long, whether there is no such account, the password is
 * another or the person is suspended. Limits are counted by the caller (`countAttempt`). `headers` set the cookie.
 */
export async function signInWithPassword(
  db: Database,
  settings: PeopleSettings,
  request: Request,
  given: { email: string; password: string },
): Promise<SignedIn> {
  const body = { email: given.email.trim().toLowerCase(), password: given.password }
  const started = performance.now()
  const done = await signIn(db, settings)
    .api.signInEmail({ body, headers: withoutCookies(request), returnHeaders: true })
    .catch(unlessRefused)
  if (!done) {
    // Both ways hash once, but with an account there is a query more: refusals are told on the next beat of 400 ms.
    await setTimeout(beat - ((performance.now() - started) % beat))
    return { ok: false, reason: 'not-recognised' }
  }
  return { ok: true, headers: cookiesOf(done.headers), personId: done.response.user.id }
}

const beat = 400

/** Ends the session of the request. `headers` take the cookie away. */
export async function signOut(db: Database, settings: PeopleSettings, request: Request): Promise<{ headers: Headers }> {
  const done = await signIn(db, settings)
    .api.signOut({ headers: request.headers, returnHeaders: true })
    .catch(unlessRefused)
  return { headers: done ? cookiesOf(done.headers) : new Headers() }
}

/**
 * Makes a token that signs this person in once within 15 minutes, or null when there is nobody to sign in. Only its hash
 * is stored. For mail: see `requestMagicLink`.
 */
export async function magicLinkToken(db: Database, settings: PeopleSettings, email: string): Promise<string | null> {
  const address = email.trim().toLowerCase()
  const [found] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, address), isNull(people.suspendedAt)))
  if (!found) return null
  let made: string | null = null
  const metadata = { take: (token: string) => (made = token) }
  await signIn(db, settings).api.signInMagicLink({ body: { email: address, metadata }, headers: new Headers() })
  return made
}

/** Signs in by the token of a magic link, once. */
export async function signInWithMagicLink(
  db: Database,
  settings: PeopleSettings,
  request: Request,
  token: string,
): Promise<SignedIn> {
  // Without mail there are no links, and the library has no such call.
  if (!settings.SMTP_URL) return { ok: false, reason: 'not-recognised' }
  const done = await signIn(db, settings)
    .api.magicLinkVerify({ query: { token }, headers: withoutCookies(request), returnHeaders: true })
    .catch(unlessRefused)
  if (!done) return { ok: false, reason: 'not-recognised' }
  return { ok: true, headers: cookiesOf(done.headers), personId: done.response.user.id }
}

export interface NewPerson {
  name: string
  email: string
  password: string
  role?: Viewer['role']
  roleTitle?: string
  timeZone?: string
}

/** Makes a person with an account to sign in with. Takes the hash rather than hashing inside of a transaction. */
export async function createPerson(
  db: Database,
  { password, ...person }: NewPerson | (Omit<NewPerson, 'password'> & { password: PasswordHash }),
): Promise<{ ok: true; id: string } | { ok: false; reason: 'email-taken' }> {
  const hash = typeof password === 'string' ? await passwordHash(password) : password
  // Whoever makes an account here was let in by an admin or set this server up, so the address counts as proven; to an
  // unproven one the library's magic link would delete the password.
  const values = { ...person, email: person.email.trim().toLowerCase(), emailVerified: true }
  const [made] = await db.insert(people).values(values).onConflictDoNothing().returning({ id: people.id })
  if (!made) return { ok: false, reason: 'email-taken' }
  await writePassword(db, made.id, hash)
  return { ok: true, id: made.id }
}

/** A hashed password (scrypt). Hashing takes a tenth of a second, so it is done before a transaction begins. */
export interface PasswordHash {
  scrypt: string
}

export async function passwordHash(password: string): Promise<PasswordHash> {
  return { scrypt: await hashPassword(password) }
}

/** Gives a person this password, whether or not they had one. Their sessions stay; see `endSessions`. */
export async function setPassword(db: Database, personId: string, password: string | PasswordHash): Promise<void> {
  await writePassword(db, personId, typeof password === 'string' ? await passwordHash(password) : password)
}

/** Whether this is the person's password. */
export async function isPasswordOf(db: Database, personId: string, password: string): Promise<boolean> {
  const [account] = await db
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, personId), eq(accounts.providerId, 'credential')))
  return account?.password ? verifyPassword({ hash: account.password, password }) : false
}

async function writePassword(db: Database, personId: string, { scrypt }: PasswordHash): Promise<void> {
  await db
    .insert(accounts)
    .values({ accountId: personId, providerId: 'credential', userId: personId, password: scrypt })
    .onConflictDoUpdate({
      target: [accounts.providerId, accounts.accountId],
      set: { password: scrypt, updatedAt: sql`now()` },
    })
}

function makeSignIn(db: Database, settings: PeopleSettings) {
  const secure = settings.PUBLIC_URL?.startsWith('https://') ?? false
  return betterAuth({
    appName: 'Candor',
    baseURL: settings.PUBLIC_URL ?? 'http://localhost',
    trustedOrigins: settings.PUBLIC_URL ? [new URL(settings.PUBLIC_URL).origin] : [],
    secret: secretOf(settings),
    database: drizzleAdapter(db, { provider: 'pg', schema: { people, sessions, accounts, verifications } }),
    user: { modelName: 'people' },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    session: { modelName: 'sessions', expiresIn: 7 * day, updateAge: 60 * 60, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: settings.SMTP_URL ? [magicLinks] : ([] as unknown as [typeof magicLinks]),
    databaseHooks: {
      // False makes no session: however someone proves who they are, a suspended person stays out.
      session: { create: { before: async ({ userId }) => ((await viewerById(db, userId)) ? undefined : false) } },
    },
    advanced: {
      database: { generateId: newId },
      // Where someone signed in from is nobody's business: our limits keep a hash for an hour, and that is all.
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: { session_token: { name: cookieName(settings) } },
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

const magicLinks = magicLink({
  disableSignUp: true,
  expiresIn: 15 * 60,
  storeToken: 'hashed',
  sendMagicLink: async ({ token, metadata }) => metadata?.take(token),
})

type SignIn = ReturnType<typeof makeSignIn>
const made = new WeakMap<Database, { settings: PeopleSettings; signIn: SignIn }>()

/** One instance of the library per database and settings. */
function signIn(db: Database, settings: PeopleSettings): SignIn {
  const kept = made.get(db)
  if (kept?.settings === settings) return kept.signIn
  const fresh = makeSignIn(db, settings)
  made.set(db, { settings, signIn: fresh })
  return fresh
}

// `__Host-` keeps a neighbouring subdomain from setting our cookie; browsers take that name over https only.
function cookieName(settings: PeopleSettings): string {
  return settings.PUBLIC_URL?.startsWith('https://') ? '__Host-candor.session' : 'candor.session'
}

function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers()
  for (const cookie of headers.getSetCookie()) cookies.append('Set-Cookie', cookie)
  return cookies
}

/** What a new session may know of the request: the browser's name, and never a session that was there before. */
function withoutCookies(request: Request): Headers {
  return new Headers({ 'User-Agent': (request.headers.get('User-Agent') ?? '').slice(0, 300) })
}

/** The library refuses by throwing an APIError, whose name it keeps; everything else is a bug and goes on. */
function unlessRefused(error: unknown): null {
  if (error instanceof Error && error.name === 'APIError') return null
  throw error
}
