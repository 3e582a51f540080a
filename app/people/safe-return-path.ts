/**
 * Where to go after signing in: the page that was asked for, if it is one of ours, else the first page. Everything that
 * a browser could read as another site (`//evil.example`, `/\evil.example`, `javascript:`) becomes the first page.
 */
export function safeReturnPath(asked: string | null | undefined): string {
  if (!asked || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/'
  if (!URL.canParse(asked, ours)) return '/'
  const url = new URL(asked, ours)
  // Dots can climb to a path that begins with two slashes: /.//evil.example.
  if (url.origin !== ours || url.pathname.startsWith('//')) return '/'
  if (/^\/(sign-in|sign-out|setup|auth)(\/|$)/.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}

const ours = 'http://candor.invalid'
