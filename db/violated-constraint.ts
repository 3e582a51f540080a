/** The name of the constraint or unique index that a failed query ran into, on both drivers, or null. */
export function violatedConstraint(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { constraint, constraint_name } = current as Error & { constraint?: string; constraint_name?: string }
    if (constraint ?? constraint_name) return constraint ?? constraint_name ?? null
  }
  return null
}
