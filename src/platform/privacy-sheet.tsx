import type { ReactElement } from 'react'

/** The question about personal data that WeChat wants asked before an API that touches it; nothing elsewhere. */
export declare function PrivacySheet(): ReactElement | null
