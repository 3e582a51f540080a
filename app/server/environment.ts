import { z } from 'zod'
import { StartProblem } from '#db/start-problem.ts'

const portProblem = 'PORT has to be a number from 1 to 65535.'
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Environment = z.object({
  PORT: z.coerce.number(portProblem).int(portProblem).min(0, portProblem).max(65535, portProblem).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach this server: https://candor.example. Needed behind a proxy and for links in mail. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL has to be an address such as https://candor.example.' })
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL has to start with postgres://.')
    .optional(),
  /** smtp://user:password@host:587. Without it links are shown to be copied. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL has to start with smtp:// or smtps://.')
    .optional(),
  MAIL_FROM: z.string().default('Candor <candor@localhost>'),
  /** `true` behind a proxy of your own: the last address in X-Forwarded-For is the client's. */
  TRUST_PROXY: z.stringbool({ error: 'TRUST_PROXY has to be true or false.' }).default(false),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL has to be one of ${logLevels.join(', ')}.`).default('info'),
  /** Signs sessions. Generated and kept in DATA_DIR when it is not set. */
  SECRET: z.string().min(32, 'SECRET has to be at least 32 characters long.').optional(),
  /** A bucket for uploaded files, in place of DATA_DIR/files; with it, the two keys are needed. */
  S3_BUCKET: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/, 'S3_BUCKET has to be the name of a bucket, such as candor-files.')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'S3_ENDPOINT has to be an address such as https://storage.example.' })
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
})
const Whole = Environment.superRefine((given, { addIssue }) => {
  const keys = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const others = ['S3_ENDPOINT', ...keys] as const
  const missing = given.S3_BUCKET ? keys.filter((name) => !given[name]) : []
  for (const name of missing) addIssue({ code: 'custom', message: `${name} is needed for the bucket S3_BUCKET.` })
  const idle = given.S3_BUCKET ? [] : others.filter((name) => given[name])
  for (const name of idle)
    addIssue({ code: 'custom', message: `${name} is set without S3_BUCKET, the bucket it is for.` })
})

export type Environment = z.infer<typeof Environment>

/** Reads the process's variables; an empty one counts as not set. Throws a StartProblem with a line for each wrong one. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Whole.safeParse(given)
  if (parsed.success) return parsed.data
  throw new StartProblem(parsed.error.issues.map((issue) => issue.message).join('\n'))
}
