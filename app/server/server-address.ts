/** The address to print for people: PUBLIC_URL, else where the server listens, as a browser on this machine reaches it. */
export function serverAddress({ PUBLIC_URL, HOST, PORT }: { PUBLIC_URL?: string; HOST: string; PORT: number }): string {
  if (PUBLIC_URL) return PUBLIC_URL
  const everywhere = HOST === '0.0.0.0' || HOST === '::'
  const host = everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `http://${host}:${PORT}`
}
