import { z } from 'zod'

/** Incident facts that live in the shared document (`Y.Map` named `facts`); rows are projected from them. */
export const Facts = z.object({
  title: z.string().max(300).default(''),
  kindId: z.string().max(64).nullable().default(null),
  severityId: z.string().max(64).nullable().default(null),
  serviceIds: z.array(z.string().max(64)).max(100).default([]),
  teamIds: z.array(z.string().max(64)).max(100).default([]),
  zone: z.string().max(64).default('UTC'),
  templateVersionId: z.string().max(64).nullable().default(null),
})
export type Facts = z.infer<typeof Facts>
