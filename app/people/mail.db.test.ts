import { type AddressInfo, createServer, type Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect } from 'vitest'
import type { Database } from '#db/client.ts'
import { invitations, verifications } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { person } from '#tests/factories.ts'
import { sendMail } from './mail.server.ts'
import { mailInvitation } from './mail-invitation.server.ts'
import { findReset } from './password-reset.server.ts'
import type { PeopleSettings } from './people-settings.ts'
import { requestMagicLink, requestPasswordReset } from './request-link.server.ts'

const settings: PeopleSettings = {
  HOST: '127.0.0.1',
  DATA_DIR: '/nowhere',
  SECRET: 'a secret that is only for the tests of mail',
  MAIL_FROM: 'Candor <candor@skerry.example>',
  TRUST_PROXY: false,
}
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a mail arrives as plain text, from the address that is set', async () => {
  const { url, mails } = await mailServer()
  const mail = {
    to: 'ines@skerry.example',
    subject: 'Grüße',
    text: 'Näher am Wasser.\nhttps://candor.example/join/abc\n',
  }

  expect(await sendMail({ ...settings, SMTP_URL: url }, mail)).toEqual({ ok: true })

  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ from: 'candor@skerry.example', to: ['ines@skerry.example'] })
  expect(mails[0]!.source).toMatch(/^Content-Type: text\/plain/m)
  expect(mails[0]!.source).not.toMatch(/text\/html/)
})

test('an address cannot carry a second receiver or a header', async () => {
  const { url, mails } = await mailServer()
  const to = 'ines@skerry.example\r\nBcc: other@skerry.example'
  await sendMail({ ...settings, SMTP_URL: url }, { to, subject: 'One\r\nBcc: third@skerry.example', text: 'x' })
  expect(mails.flatMap((mail) => mail.to)).not.toContain('other@skerry.example')
  expect(mails.flatMap((mail) => mail.to)).not.toContain('third@skerry.example')
})

describe('a mail that cannot be sent is told, not thrown', () => {
  const mail = { to: 'ines@skerry.example', subject: 'x', text: 'x' }
  const notSent = { ok: false, reason: 'mail-not-sent' }

  test('without a mail server', async () => {
    expect(await sendMail(settings, mail)).toEqual({ ok: false, reason: 'mail-not-set-up' })
  })

  test('with nothing listening there', async () => {
    expect(await sendMail({ ...settings, SMTP_URL: 'smtp://127.0.0.1:1' }, mail)).toEqual(notSent)
  })

  test('with an address that means nothing', async () => {
    expect(await sendMail({ ...settings, SMTP_URL: 'smtp://' }, mail)).toEqual(notSent)
  })

  test('with a server that refuses the receiver', async () => {
    const { url } = await mailServer({ refuse: 'ines@skerry.example' })
    expect(await sendMail({ ...settings, SMTP_URL: url }, mail)).toEqual(notSent)
  })

  test('with a server that answers nothing, within seconds', async () => {
    const silent = createServer(() => {})
    const before = Date.now()
    expect(await sendMail({ ...settings, SMTP_URL: `smtp://127.0.0.1:${await listen(silent)}` }, mail)).toEqual(notSent)
    expect(Date.now() - before).toBeLessThan(8_000)
  })
})

test('an invitation by mail says who invites, and where the link leads', async ({ db }) => {
  const { url, mails } = await mailServer()
  const admin = await person(db, { role: 'admin', name: 'Ines Okafor' })
  const link = 'https://candor.example/join/abc'
  const sent = await mailInvitation(db, { ...settings, SMTP_URL: url }, admin, { email: 'mirko@skerry.example', link })
  expect(sent).toEqual({ ok: true })
  expect(mails[0]!.source).toContain('Ines Okafor invites you')
  expect(mails[0]!.source).toContain(link)
})

describe('asking for a link', () => {
  test('mails one that works to whoever has an account', async ({ db }) => {
    const { url, mails } = await mailServer()
    const ines = await person(db, { email: 'ines@skerry.example' })

    await reset(db, url, 'Ines@skerry.example')
    const requested = await requestMagicLink(db, { ...settings, SMTP_URL: url }, asked('ines@skerry.example'))
    if (requested.ok) await requested.sent

    expect(mails.map((mail) => mail.to)).toEqual([['ines@skerry.example'], ['ines@skerry.example']])
    const token = /candor\.example\/link\/([\w-]+)/.exec(readable(mails[0]!.source))![1]!
    expect(await findReset(db, token)).toEqual({ email: ines.email })
    expect(await db.$count(verifications)).toBe(1)
  })

  test('gives the same answer for an address nobody has, and mails nothing', async ({ db }) => {
    const { url, mails } = await mailServer()
    await person(db, { email: 'ines@skerry.example' })
    const known = await reset(db, url, 'ines@skerry.example')
    const unknown = await reset(db, url, 'nobody@skerry.example')
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    expect(unknown.ok).toBe(true)
    expect(mails).toHaveLength(1)
    expect(await db.$count(invitations)).toBe(1)
  })

  test('says that mail does not work, for every address alike', async ({ db }) => {
    await person(db, { email: 'ines@skerry.example' })
    for (const email of ['ines@skerry.example', 'nobody@skerry.example']) {
      expect(await reset(db, 'smtp://127.0.0.1:1', email)).toEqual({ ok: false, reason: 'mail-not-sent' })
    }
    expect(await db.$count(invitations)).toBe(0)
  })

  test('rests after a few, so that nobody’s mailbox is filled', async ({ db }) => {
    const { url, mails } = await mailServer()
    await person(db, { email: 'ines@skerry.example' })
    for (let tries = 0; tries < 5; tries++) await reset(db, url, 'ines@skerry.example')
    expect(await reset(db, url, 'ines@skerry.example')).toMatchObject({ ok: false, reason: 'too-many-attempts' })
    expect(mails).toHaveLength(3)
  })
})

function asked(email: string) {
  return { email, address: '127.0.0.1', linkOf: (token: string) => `https://candor.example/link/${token}` }
}

async function reset(db: Database, url: string, email: string) {
  const requested = await requestPasswordReset(db, { ...settings, SMTP_URL: url }, asked(email))
  if (requested.ok) await requested.sent
  return requested
}

/** Undoes quoted-printable, in which mail breaks long lines. */
function readable(source: string): string {
  return source.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
}

interface Received {
  from: string
  to: string[]
  source: string
}

async function mailServer({ refuse }: { refuse?: string } = {}): Promise<{ url: string; mails: Received[] }> {
  const mails: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _session, done) => done(address.address === refuse ? new Error('no such mailbox') : undefined),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        mails.push({ from, to: rcptTo.map((to) => to.address), source: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  return { url: `smtp://127.0.0.1:${await listen(server.server, () => server.close(() => {}))}`, mails }
}

function listen(
  server: Pick<Server, 'listen' | 'address' | 'close'>,
  close: () => unknown = () => server.close(),
): Promise<number> {
  closing.push(async () => void close())
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
