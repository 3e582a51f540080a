/** White letters keep 4.5:1 on each of these, in both themes. */
const grounds = ['bg-[#2f7d6b]', 'bg-[#7a5c99]', 'bg-[#96501f]', 'bg-[#3b5b92]', 'bg-[#646b79]', 'bg-[#8a4560]']

const sizes = { small: 'size-[26px] text-[11px]', large: 'size-10 text-sm' }

/**
 * A person's initials. It decorates a name that is written beside it; where it stands alone, `alone` gives it the name.
 * Without a name it shows a question mark.
 */
export function Avatar({
  name,
  size = 'small',
  alone = false,
  className,
}: {
  name: string | null
  size?: 'small' | 'large'
  alone?: boolean
  className?: string
}) {
  const ground = name ? grounds[sumOfLetters(name) % grounds.length] : 'bg-[#646b79]'
  const told = alone ? { role: 'img', 'aria-label': name ?? 'Without a name' } : { 'aria-hidden': true }
  return (
    <span
      {...told}
      className={`inline-grid shrink-0 place-items-center rounded-full border-2 border-surface leading-none font-semibold text-white select-none ${sizes[size]} ${ground} ${className ?? ''}`}
    >
      {name ? initials(name) : '?'}
    </span>
  )
}

function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => [...word!][0]) : [...words[0]!].slice(0, 2)
  return letters.join('').toUpperCase()
}

function sumOfLetters(name: string) {
  return [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0)
}
