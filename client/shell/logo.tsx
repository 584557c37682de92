/** The two bars, soga over nila. Decorative: the name stands beside them. */
export function LogoBars({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size * 0.8} viewBox="0 0 20 16" aria-hidden="true">
      <rect className="sel-soga-bar" width="20" height="7" rx="1.5" />
      <rect className="sel-nila-bar" y="9" width="20" height="7" rx="1.5" />
    </svg>
  )
}
