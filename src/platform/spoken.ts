/** The attributes that give a field its name for screen readers. */
export const spokenLabel = (label: string): { 'aria-label'?: string; nativeProps?: Record<string, string> } => ({
  'aria-label': label,
})

/** The attributes that make the platform's button one for screen readers; mini-programs have real buttons. */
export const spokenButton: { role?: string } = {}
