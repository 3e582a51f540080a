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

/** The page a request is for, as one would type it: without what React Router adds to ask for a page's data alone. */
export function pagePathOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes')
  const page = pathname.replace(/\/_(root)?\.data$/, '/').replace(/\.data$/, '')
  return searchParams.size > 0 ? `${page}?${searchParams}` : page
}

const ours = 'http://candor.invalid'
