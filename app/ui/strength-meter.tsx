const filled = { stronger: 3, intermediate: 2, weaker: 1 }

/** How much a change needs people to remember: three bars and its word; the bars only repeat the word. */
export function StrengthMeter({ strength, word }: { strength: 'stronger' | 'intermediate' | 'weaker'; word: string }) {
  const full = strength === 'weaker' ? 'bg-note' : 'bg-accent'
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="inline-flex gap-[3px]">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={`h-1.5 w-3.5 rounded-full ${bar <= filled[strength] ? full : 'bg-line-strong opacity-50'}`}
          />
        ))}
      </span>
      <span className="meta">{word}</span>
    </span>
  )
}
